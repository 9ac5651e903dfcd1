import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { storedPicture } from './stored-file';

export const APP_ORIGIN = 'app://bundle';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const EVIDENCE = '/evidence/';

/** Serves the built page from disk, each HTML answer with a style nonce of its own, and pictures out of the store. */
export function serveApp(rendererDir: string, storeDir: () => string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host === 'bundle' && url.pathname.startsWith(EVIDENCE))
      return storedPicture(storeDir(), url.pathname.slice(EVIDENCE.length));
    const relative = normalize(decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname));
    const file = join(rendererDir, relative);
    if (url.host !== 'bundle' || !file.startsWith(rendererDir + sep)) return new Response(null, { status: 403 });
    const body = await readFile(file).catch(() => null);
    if (!body) return new Response(null, { status: 404 });
    const headers: Record<string, string> = {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    };
    if (!file.endsWith('.html')) return new Response(new Uint8Array(body), { headers });
    const nonce = randomBytes(16).toString('base64');
    headers['content-security-policy'] = contentSecurityPolicy(nonce);
    return new Response(body.toString('utf8').replaceAll('__CSP_NONCE__', nonce), { headers });
  });
}
