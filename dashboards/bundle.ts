import { copyFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { beginBundle, finishBundle, hashOf, readManifest } from '../lib/web/index.ts';

const house = join(import.meta.dirname, '..');
const room = join(import.meta.dirname, 'page');
const copied = ['index.html', 'compare.html', 'indicators.html', 'page.css', 'document.css'];
const files = [...copied, 'page.js', 'compare.js', 'indicators.js'];

/**
 * Builds the pages into `outDir`: index.html, compare.html and indicators.html with what they load. Does nothing when the folder holds a bundle of the
 * same sources, packages included.
 */
export async function bundlePage(outDir: string): Promise<void> {
  const keyOf = (sources: readonly string[]) => hashOf(sources.map(path => join(house, path)));
  const earlier = await readManifest(outDir);
  if (earlier !== undefined && earlier.key === (await keyOf(earlier.sources))) return;
  await beginBundle(outDir);

  const { metafile } = await build({
    entryPoints: {
      page: join(room, 'entry.ts'),
      compare: join(room, 'compare-entry.ts'),
      indicators: join(room, 'indicators-entry.ts'),
    },
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
  await Promise.all(copied.map(name => copyFile(join(room, name), join(outDir, name))));
  const pages = [import.meta.filename, ...copied.map(name => join(room, name))];
  const sources = [...Object.keys(metafile.inputs), ...pages.map(path => relative(house, path))].sort();
  await finishBundle(outDir, { key: (await keyOf(sources)) ?? '', sources, files });
}
