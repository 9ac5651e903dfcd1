// Type-checks every folder with its own globals: shared sees neither Node nor the DOM.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
let failed = false;
for (const folder of ['shared', 'electron', 'renderer', 'test']) {
  const run = spawnSync(process.execPath, ['node_modules/typescript-native/bin/tsc', '-p', folder], {
    cwd: root,
    stdio: 'inherit',
  });
  if (run.status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
