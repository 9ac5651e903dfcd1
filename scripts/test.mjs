// npm test: build, then every layer; closes with one line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
mkdirSync(results, { recursive: true });
let passed = 0;
let failed = 0;

function step(title, command, args) {
  console.log(`\n== ${title}`);
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

function layer(name, prefix = []) {
  const report = path.join(results, `${name}.json`);
  rmSync(report, { force: true });
  const line = [
    ...prefix,
    process.execPath,
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    '.config/vitest.config.ts',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const green = step(name, line[0], line.slice(1));
  try {
    const summary = JSON.parse(readFileSync(report, 'utf8'));
    passed += summary.numPassedTests;
    failed += summary.numFailedTests;
    if (summary.numTotalTests === 0 || (!green && summary.numFailedTests === 0)) failed += 1;
  } catch {
    console.error(`${name} left no result`);
    failed += 1;
  }
}

if (
  !step('build', process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'])
) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
layer('unit');
layer('integration');
layer('e2e', [process.execPath, 'scripts/electron-runtime/index.mjs', 'exec', '--']);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
