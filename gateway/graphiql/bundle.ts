import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';

/** Written last, so a folder that holds it holds a whole bundle. */
export const manifestFile = 'manifest.json';

/** What a bundle is made of (`key`, a hash) and the names of its files; each has a `.gz` beside it. */
export interface Manifest {
  readonly key: string;
  readonly files: readonly string[];
}

const room = import.meta.dirname;
const sources = ['entry.ts', 'index.html', 'page.css', 'bundle.ts'];
const packages = [
  'graphiql',
  '@graphiql/react',
  'monaco-editor',
  'monaco-graphql',
  'graphql',
  'prettier',
  'react',
  'react-dom',
  'esbuild',
];
const compress = promisify(gzip);

/**
 * Builds GraphiQL with all it needs into `outDir`: page, scripts, Monaco's workers, style sheet with fonts inside.
 * Does nothing when the folder holds a bundle of the same package versions and sources.
 */
export async function bundleGraphiql(outDir: string): Promise<void> {
  const key = await bundleKey();
  const manifestPath = join(outDir, manifestFile);
  if ((await readManifest(manifestPath))?.key === key) return;
  await mkdir(outDir, { recursive: true });
  await rm(manifestPath, { force: true });

  const files = [...(await buildScripts(outDir)), ...(await buildStyle(outDir)), 'index.html', 'page.css'];
  await Promise.all(['index.html', 'page.css'].map(name => copyFile(join(room, name), join(outDir, name))));
  await Promise.all(files.map(name => writeCompressed(join(outDir, name))));
  await writeFile(manifestPath, JSON.stringify({ key, files } satisfies Manifest));
}

async function buildScripts(outDir: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: {
      entry: join(room, 'entry.ts'),
      'editor-worker': inPackage('monaco-editor/esm/vs/editor/editor.worker.js'),
      'json-worker': inPackage('monaco-editor/esm/vs/language/json/json.worker.js'),
      'graphql-worker': inPackage('monaco-graphql/esm/graphql.worker.js'),
    },
    outdir: outDir,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    metafile: true,
    target: 'chrome86',
    define: { 'process.env.NODE_ENV': '"production"' },
    // GraphiQL asks for these by old names that lead to UMD files, of which a split bundle exports `default` only.
    alias: { 'prettier/parser-babel': 'prettier/plugins/babel', 'prettier/parser-graphql': 'prettier/plugins/graphql' },
    // graphiql/style.css holds Monaco's styles already.
    loader: { '.css': 'empty' },
    logLevel: 'error',
  });
  return Object.keys(metafile.outputs).map(path => basename(path));
}

async function buildStyle(outDir: string): Promise<string[]> {
  await build({
    entryPoints: { style: inPackage('graphiql/style.css') },
    outdir: outDir,
    bundle: true,
    minify: true,
    target: 'chrome86',
    logLevel: 'error',
  });
  return ['style.css'];
}

async function bundleKey(): Promise<string> {
  const manifests = packages.map(name => findPackageJSON(name, import.meta.url) ?? name);
  const contents = await Promise.all(
    [...sources.map(name => join(room, name)), ...manifests].map(path => readFile(path)),
  );
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
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

function inPackage(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}
