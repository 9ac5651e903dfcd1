#!/usr/bin/env node
// The command `zhixin`: finds a Node that is new enough, builds the program once, and hands over.
//   npx zhixin <command> …        (or: node scripts/zhixin.mjs [--build] <command> …)
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const NEEDED = 22;
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const args = process.argv.slice(2);
const forceBuild = args[0] === '--build';
if (forceBuild) args.shift();

function major(node) {
  const run = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return run.status === 0 ? Number(run.stdout.split('.')[0]) : 0;
}

function newestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestChange(file) : statSync(file).mtimeMs);
  }
  return newest;
}

const own = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
const node = [process.execPath, own].find((candidate) => existsSync(candidate) && major(candidate) >= NEEDED);
if (!node) {
  console.error(
    `需要 Node.js ${NEEDED}.14 或更新版本，当前是 ${process.versions.node}。请先运行 npm ci（会带来合适的版本），或安装新版 Node.js。`,
  );
  process.exit(1);
}
const cli = path.join(root, 'out', 'main', 'cli.js');
const sources = ['electron', 'shared'].map((folder) => path.join(root, folder));
const stale = () =>
  !existsSync(cli) || sources.some((folder) => existsSync(folder) && newestChange(folder) > statSync(cli).mtimeMs);
if (existsSync(path.join(root, 'electron')) && (forceBuild || stale())) {
  if (!existsSync(path.join(root, 'node_modules', 'electron-vite'))) {
    console.error('还没有安装依赖。请先在项目文件夹运行 npm ci。');
    process.exit(1);
  }
  const build = spawnSync(node, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) process.exit(build.status ?? 1);
}
const run = spawnSync(node, ['--disable-warning=ExperimentalWarning', cli, ...args], {
  stdio: 'inherit',
  env: { ...process.env, ZHIXIN_ROOT: root },
});
process.exit(run.status ?? 1);
