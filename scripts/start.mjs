// npm start: builds the application and opens its window with the Electron that this machine can run.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureElectron } from './electron-runtime/index.mjs';

const root = path.resolve(import.meta.dirname, '..');

function stop(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

if (!existsSync(path.join(root, 'node_modules/electron-vite'))) {
  stop(
    'The dependencies are not installed. Run `npm ci` first, then `npm start` again.',
    '依赖还没有安装。请先运行 npm ci，再运行 npm start。',
  );
}
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  stop(
    'There is no display here, so no window can be opened. With Xvfb (Debian: apt-get install xvfb xauth): `xvfb-run -a npm start`. Without a window: `npm run demo` does the whole main job.',
    '这里没有显示器，打不开窗口。装有 Xvfb 时（Debian：apt-get install xvfb xauth）请运行 xvfb-run -a npm start；不用窗口，可运行 npm run demo 完成全部主要工作。',
  );
}

const build = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
  { cwd: root, stdio: 'inherit' },
);
if (build.status !== 0) stop('The build failed; the reason stands above.', '构建失败，原因见上。');

const runtime = await ensureElectron().catch((error) =>
  stop(`No Electron can be run here: ${error.message}`, '这台电脑上没有可用的 Electron，原因见上一行。'),
);
const child = spawn(runtime.exec, [...runtime.args, root, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...runtime.env },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => stop(`Electron did not start: ${error.message}`, 'Electron 没有启动，原因见上一行。'));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
