import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'out/main/cli.js');

function requireBuild(): void {
  if (!existsSync(cli)) throw new Error('build first: npm run build (npm test does)');
}

const environment = { ...process.env, ZHIXIN_ROOT: root };

/** Runs the built command and waits for it. */
export function runCli(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  requireBuild();
  const run = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', env: environment, cwd: root });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Starts the built command in the background. */
export function startCli(...args: string[]): ChildProcess {
  requireBuild();
  return spawn(process.execPath, [cli, ...args], { env: environment, cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
}
