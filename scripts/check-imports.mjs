// Checks the directions of imports, and that the checker itself works: it must see the sources, and it must
// find a violation that is planted on purpose.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const planted = path.join(root, 'shared', 'kernel', 'planted-violation.ts');

function cruise() {
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      'electron',
      'renderer',
      'shared',
      '--config',
      '.config/dependency-cruiser.cjs',
      '--output-type',
      'json',
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!run.stdout) throw new Error(run.stderr);
  return JSON.parse(run.stdout).summary;
}

const found = cruise();
for (const { rule, from, to } of found.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (found.totalCruised < 100) {
  console.error(`only ${found.totalCruised} modules were seen: the checker is blind`);
  process.exit(1);
}
writeFileSync(planted, "import { engineRoutes } from '../ipc/contract';\nexport const planted = engineRoutes;\n");
try {
  if (!cruise().violations.some((violation) => violation.rule.name === 'kernel-is-closed')) {
    console.error('a planted violation was not found');
    process.exit(1);
  }
} finally {
  rmSync(planted, { force: true });
}
console.log(`${found.totalCruised} modules, ${found.violations.length} violations`);
process.exit(found.violations.length === 0 ? 0 : 1);
