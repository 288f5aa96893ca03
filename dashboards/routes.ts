import { createReadStream, existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { invariant } from '../lib/kernel/coded-error.ts';
import { type Manifest, manifestFile } from './bundle.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

// The page's own files and the gateway beside it, nothing else: no inline script or style, no picture, no font.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers a request that is the page's and returns true; leaves any other request alone and returns false. */
export type PageRoutes = (req: IncomingMessage, res: ServerResponse) => boolean;

/** Serves the folder that `bundlePage` filled: the page at `/`, its files at `/assets/…`. */
export function pageRoutes(outDir: string): PageRoutes {
  const manifestPath = join(outDir, manifestFile);
  invariant(existsSync(manifestPath), 'a folder that bundlePage has filled');
  const { key, files } = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
  const known = new Set(files);

  return (req, res) => {
    const path = (req.url ?? '').replace(/\?.*$/s, '');
    if (path !== '/' && !path.startsWith('/assets/')) return false;
    const name = path === '/' ? 'index.html' : path.slice('/assets/'.length);
    if (req.method !== 'GET' && req.method !== 'HEAD') res.writeHead(405, { allow: 'GET, HEAD' }).end();
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
  res.setHeader('cache-control', 'no-cache');
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304).end();
    return;
  }
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
