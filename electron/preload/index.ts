import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, BridgeEventName, BridgeEvents, EngineState, ShellEvent } from '#shared/ipc/bridge';
import type { EngineToPage, Reply, RequestMessage } from '#shared/ipc/channels';

type Listener = (payload: never) => void;
/** The page's end of the port; this folder is compiled without the types of the DOM. */
type Port = {
  onmessage: ((event: { readonly data: EngineToPage }) => void) | null;
  readonly postMessage: (message: RequestMessage) => void;
  readonly close: () => void;
};
type Settle = (reply: Reply) => void;

const listeners = new Map<BridgeEventName, Set<Listener>>();
const waiting = new Map<number, Settle>();
/** Asked before there was an engine to ask; each is sent once only, for it may be a write. */
let unsent: RequestMessage[] = [];
let port: Port | null = null;
let engine: EngineState = { state: 'starting' };
let lastId = 0;

function emit<N extends BridgeEventName>(name: N, payload: BridgeEvents[N]): void {
  for (const listener of listeners.get(name) ?? []) (listener as (payload: BridgeEvents[N]) => void)(payload);
}

function connect(next: Port): void {
  port?.close();
  port = next;
  port.onmessage = ({ data }) => {
    if (data.type === 'event') return emit(data.event.name, data.event.payload as never);
    waiting.get(data.id)?.(data.reply);
    waiting.delete(data.id);
  };
  for (const message of unsent) port.postMessage(message);
  unsent = [];
}

/** The engine is gone: nobody will answer these any more. */
function abandon(state: EngineState): void {
  port?.close();
  port = null;
  const error =
    state.state === 'failed'
      ? state.error
      : ({
          code: 'internal',
          message: '后台程序意外停止，这一步没有得到确认。重新启动后请先核对，再决定是否重做。',
          details: [],
        } as const);
  for (const settle of waiting.values()) settle({ ok: false, error });
  waiting.clear();
  unsent = [];
}

ipcRenderer.on('event', (event, message: ShellEvent) => {
  if (message.name === 'shell.engine') {
    engine = message.payload;
    const [next] = event.ports;
    if (next) connect(next as unknown as Port);
    else if (engine.state === 'stopped' || engine.state === 'failed') abandon(engine);
    emit('shell.engine', engine);
  } else emit(message.name, message.payload);
});
void ipcRenderer.invoke('preload', 'connect');

const bridge: Bridge<File> = {
  invoke: (route, input, options) => {
    if (route.startsWith('shell.')) return ipcRenderer.invoke('request', { route, input }) as Promise<Reply>;
    return new Promise<Reply>((settle) => {
      const message: RequestMessage = { type: 'request', id: ++lastId, route, input, ...options };
      waiting.set(message.id, settle);
      if (port) port.postMessage(message);
      else if (engine.state === 'starting') unsent.push(message);
      else abandon(engine);
    });
  },
  on: (name, listener) => {
    const own = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, own.add(listener as Listener));
    if (name === 'shell.engine') (listener as (state: EngineState) => void)(engine);
    return () => void own.delete(listener as Listener);
  },
  grantDropped: (files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    return ipcRenderer.invoke('preload', paths);
  },
};
contextBridge.exposeInMainWorld('bridge', bridge);
