import { createReadStream, existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { invariant } from '../../lib/kernel/coded-error.ts';
import { type Manifest, manifestFile } from './bundle.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

// Monaco sets the styles of its lines at run time, hence 'unsafe-inline' for styles; scripts are the bundle's files only.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers a request that is GraphiQL's and returns true; leaves any other request alone and returns false. */
export type Routes = (req: IncomingMessage, res: ServerResponse) => boolean;

/** Serves the folder that `bundleGraphiql` filled: the page at `/graphiql`, its files at `/graphiql/…`. */
export function graphiqlRoutes(outDir: string): Routes {
  const manifestPath = join(outDir, manifestFile);
  invariant(existsSync(manifestPath), 'a folder that bundleGraphiql has filled');
  const { key, files } = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
  const known = new Set(files);

  return (req, res) => {
    const path = (req.url ?? '').replace(/\?.*$/s, '');
    if (path !== '/graphiql' && !path.startsWith('/graphiql/')) return false;
    const name = path === '/graphiql' ? 'index.html' : path.slice('/graphiql/'.length);

    if (req.method !== 'GET' && req.method !== 'HEAD') res.writeHead(405, { allow: 'GET, HEAD' }).end();
    // The page names its files relative to /graphiql.
    else if (name === '') res.writeHead(308, { location: '../graphiql' }).end();
    else if (known.has(name)) sendFile(req, res, join(outDir, name), key);
    else res.writeHead(404).end();
    return true;
  };
}

function sendFile(req: IncomingMessage, res: ServerResponse, file: string, key: string): void {
  const compressed = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
  const etag = `"${key}${compressed ? '-gzip' : ''}"`;
  res.setHeader('etag', etag);
  res.setHeader('vary', 'accept-encoding');
  // Chunks (name-HASH.js) have a hash of their content in the name; the other names stay and are asked for again.
  res.setHeader('cache-control', /-[A-Z0-9]{8}\.js$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304).end();
    return;
  }
  // Workers obey the policy of their own file, so every file carries it.
  res.setHeader('content-security-policy', contentSecurityPolicy);
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'no-referrer');
  res.setHeader('content-type', contentTypes[extname(file)] ?? 'application/octet-stream');
  if (compressed) res.setHeader('content-encoding', 'gzip');
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  // An error here is a reader who left: pipeline closes both ends and there is nobody to tell.
  pipeline(createReadStream(compressed ? `${file}.gz` : file), res, () => undefined);
}
