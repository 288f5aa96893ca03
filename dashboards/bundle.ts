import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';

/** Written last, so a folder that holds it holds a whole bundle. */
export const manifestFile = 'manifest.json';

/** What a bundle is made of (`key`, a hash of `sources`) and the names of its files; each has a `.gz` beside it. */
export interface Manifest {
  readonly key: string;
  readonly sources: readonly string[];
  readonly files: readonly string[];
}

const house = join(import.meta.dirname, '..');
const room = join(import.meta.dirname, 'page');
const files = ['index.html', 'page.js', 'page.css'];
const compress = promisify(gzip);

/**
 * Builds the page into `outDir`: index.html, page.js, page.css. Does nothing when the folder holds a bundle of the
 * same sources, packages included.
 */
export async function bundlePage(outDir: string): Promise<void> {
  const manifestPath = join(outDir, manifestFile);
  const earlier = await readManifest(manifestPath);
  if (earlier !== undefined && earlier.key === (await keyOf(earlier.sources))) return;
  await mkdir(outDir, { recursive: true });
  await rm(manifestPath, { force: true });

  const { metafile } = await build({
    entryPoints: { page: join(room, 'entry.ts') },
    outdir: outDir,
    bundle: true,
    format: 'esm',
    minify: true,
    metafile: true,
    target: 'chrome86',
    absWorkingDir: house,
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  await Promise.all(['index.html', 'page.css'].map(name => copyFile(join(room, name), join(outDir, name))));
  await Promise.all(files.map(name => writeCompressed(join(outDir, name))));
  const pages = [import.meta.filename, ...['index.html', 'page.css'].map(name => join(room, name))];
  const sources = [...Object.keys(metafile.inputs), ...pages.map(path => relative(house, path))].sort();
  await writeFile(
    manifestPath,
    JSON.stringify({ key: (await keyOf(sources)) ?? '', sources, files } satisfies Manifest),
  );
}

/** undefined when a source is gone. */
async function keyOf(sources: readonly string[]): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for (const content of await Promise.all(sources.map(path => readFile(join(house, path))))) hash.update(content);
  } catch {
    return undefined;
  }
  return hash.digest('hex').slice(0, 16);
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Manifest;
  } catch {
    return undefined; // None yet, or half written: build anew.
  }
}

async function writeCompressed(path: string): Promise<void> {
  await writeFile(`${path}.gz`, await compress(await readFile(path), { level: 9 }));
}
