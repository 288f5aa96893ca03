import { copyFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beginBundle, finishBundle, hashOf, readManifest } from '../../lib/web/index.ts';

const room = import.meta.dirname;
const sources = ['entry.ts', 'demo-identity.ts', 'index.html', 'page.css', 'bundle.ts'];
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

/**
 * Builds GraphiQL with all it needs into `outDir`: page, scripts, Monaco's workers, style sheet with fonts inside.
 * Does nothing when the folder holds a bundle of the same package versions and sources.
 */
export async function bundleGraphiql(outDir: string): Promise<void> {
  const manifests = packages.map(name => findPackageJSON(name, import.meta.url) ?? name);
  const made = [...sources.map(name => join(room, name)), ...manifests];
  const key = (await hashOf(made)) ?? '';
  if ((await readManifest(outDir))?.key === key) return;
  await beginBundle(outDir);

  const files = [...(await buildScripts(outDir)), ...(await buildStyle(outDir)), 'index.html', 'page.css'];
  await Promise.all(['index.html', 'page.css'].map(name => copyFile(join(room, name), join(outDir, name))));
  await finishBundle(outDir, { key, sources: made, files });
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

function inPackage(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}
