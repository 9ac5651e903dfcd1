import { app, dialog, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { ShellCommand, ShellEvent } from '#shared/ipc/bridge';
import { logsDir } from './log';
import { APP_NAME, storeDir } from './paths';
import { currentWindow, setZoom, zoomPercent } from './window';

function tell(command: ShellCommand): void {
  const event: ShellEvent = { name: 'shell.command', payload: command };
  currentWindow()?.webContents.postMessage('event', event);
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

export function installMenu(): void {
  const template: MenuItemConstructorOptions[] = [
    {
      label: '文件',
      submenu: [
        { label: '打开数据文件夹', click: () => void shell.openPath(storeDir()) },
        separator,
        { label: '退出', role: 'quit' },
      ],
    },
    {
      label: '编辑',
      submenu: [
        { label: '撤销', role: 'undo' },
        { label: '重做', role: 'redo' },
        separator,
        { label: '剪切', role: 'cut' },
        { label: '复制', role: 'copy' },
        { label: '粘贴', role: 'paste' },
        { label: '全选', role: 'selectAll' },
      ],
    },
    {
      label: '视图',
      submenu: [
        { label: '搜索与命令', accelerator: 'CmdOrCtrl+K', registerAccelerator: false, click: () => tell('palette') },
        {
          label: '收起或展开导航',
          accelerator: 'CmdOrCtrl+B',
          registerAccelerator: false,
          click: () => tell('toggle-rail'),
        },
        separator,
        { label: '放大', accelerator: 'CmdOrCtrl+=', click: () => setZoom(zoomPercent() + 10) },
        { label: '缩小', accelerator: 'CmdOrCtrl+-', click: () => setZoom(zoomPercent() - 10) },
        { label: '实际大小', accelerator: 'CmdOrCtrl+0', click: () => setZoom(100) },
        separator,
        { label: '全屏', role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ label: '开发者工具', role: 'toggleDevTools' } as const]),
      ],
    },
    {
      label: '帮助',
      submenu: [
        { label: '打开日志文件夹', click: () => void shell.openPath(logsDir()) },
        { label: `关于${APP_NAME}`, click: showAbout },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function showAbout(): void {
  const win = currentWindow();
  if (!win) return;
  const { electron, chrome, node } = process.versions;
  void dialog.showMessageBox(win, {
    title: `关于${APP_NAME}`,
    message: `${APP_NAME} ${app.getVersion()}`,
    detail: `知识产权领域信用分级分类监管办案软件。不联网，数据只存放在本机。\n\nElectron ${electron}\nChromium ${chrome}\nNode.js ${node}`,
    buttons: ['关闭'],
  });
}
