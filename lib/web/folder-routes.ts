import { createReadStream, existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { invariant } from '../kernel/coded-error.ts';
import { type Manifest, manifestFile } from './manifest.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** What every page may do at the most; `FolderOptions.policy` adds what one needs more. */
const basePolicy = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];

/** Answers a request that is this folder's and returns true; leaves any other request alone and returns false. */
export type Routes = (req: IncomingMessage, res: ServerResponse) => boolean;

export interface FolderOptions {
  /** A folder that `finishBundle` has ended. */
  readonly folder: string;
  /** Where its index.html is: `/` or `/graphiql`. */
  readonly page: string;
  /** Where further pages of the folder are, and their files' names: `{ '/compare': 'compare.html' }`. */
  readonly morePages?: Readonly<Record<string, string>>;
  /** Where its other files are, with a slash at the end: `/assets/`. */
  readonly files: string;
  /** Content security policy beside the base, which allows nothing. */
  readonly policy: readonly string[];
}

/** Serves a bundle: the files of its manifest and nothing else. */
export function folderRoutes({ folder, page, morePages = {}, files, policy }: FolderOptions): Routes {
  const manifestPath = join(folder, manifestFile);
  invariant(existsSync(manifestPath), 'a folder that holds a whole bundle');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
  const known = new Set(manifest.files);
  const pages = new Map([[page, 'index.html'], ...Object.entries(morePages)]);
  const contentSecurityPolicy = [...basePolicy, ...policy].join('; ');

  return (req, res) => {
    const path = (req.url ?? '').replace(/\?.*$/s, '');
    const pageFile = pages.get(path);
    if (pageFile === undefined && !path.startsWith(files)) return false;
    const name = pageFile ?? path.slice(files.length);

    if (req.method !== 'GET' && req.method !== 'HEAD') res.writeHead(405, { allow: 'GET, HEAD' }).end();
    // A page names its files relative to itself.
    else if (name === '') res.writeHead(308, { location: `..${page}` }).end();
    else if (known.has(name)) sendFile(req, res, join(folder, name), manifest.key, contentSecurityPolicy);
    else res.writeHead(404).end();
    return true;
  };
}

function sendFile(req: IncomingMessage, res: ServerResponse, file: string, key: string, policy: string): void {
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
  res.setHeader('content-security-policy', policy);
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
