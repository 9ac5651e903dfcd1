// Sets a fresh machine up: Debian packages for a real window (Linux, as root), then the locked npm packages.
//   npm run setup
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(path.dirname(new URL(import.meta.url).pathname.replace(/^\/([A-Za-z]:)/, '$1')), '..');

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function debianPackages() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const wanted = readFileSync(path.join(root, 'scripts', 'debian-packages.txt'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const missing = wanted.filter((name) => {
    const query = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' });
    return !query.stdout.includes('install ok installed');
  });
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    console.error(
      `Debian packages are missing; run as root:\n  apt-get install -y --no-install-recommends ${missing.join(' ')}`,
    );
    process.exit(1);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env });
}

debianPackages();
run('npm', ['ci', '--no-audit', '--no-fund']);
