import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * `npm run package`: the parts of this package that another project calls, as a package of their own. Node does not take TypeScript from
 * node_modules, so they go into it as JavaScript with declarations. The command, the gateway and the departments run from a checkout.
 */
const root = resolve(import.meta.dirname, '../..');
const rooms = ['sdk', 'indicators', 'stats'] as const;

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Declarations name each other as JavaScript does. */
function nameJavaScript(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(/(['"]\.{1,2}\/[^'"]*)\.ts(['"])/g, '$1.js$2'));
}

/** The packages that the files import, in the versions of this one. */
function dependenciesOf(folder: string, { dependencies }: Manifest): Record<string, string> {
  const imported = new Set<string>();
  for (const file of globSync('**/*.{js,d.ts}', { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import\() ?['"]((?:@[^/'"]+\/)?[^./'"][^/'"]*)/g))
      if (name !== undefined && !name.startsWith('node:')) imported.add(name);
  }
  return Object.fromEntries(
    [...imported].sort().map(name => {
      const version = dependencies[name];
      if (version === undefined)
        throw new Error(`Expected ${name} among the dependencies, got none; add it to package.json.`);
      return [name, version];
    }),
  );
}

function entryOf(room: string): object {
  return { types: `./lib/${room}/index.d.ts`, default: `./lib/${room}/index.js` };
}

function manifestOf(folder: string): object {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  return {
    name: 'countygraph',
    version: own.version,
    description: 'Typed client, indicators and statistics of countygraph. 县域治理联邦图的类型化客户端、指标与统计函数',
    license: own.license,
    type: 'module',
    engines: { node: '>=22' },
    sideEffects: false,
    exports: Object.fromEntries(rooms.map(room => [`./${room}`, entryOf(room)])),
    dependencies: dependenciesOf(folder, own),
  };
}

/** Builds the package in a folder, and its tarball beside it; gives the tarball's path. */
function pack(into: string): string {
  const folder = resolve(into, 'package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const quiet = { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] } satisfies Parameters<typeof execFileSync>[2];
  const compiler = join(root, 'node_modules/.bin/tsc');
  execFileSync(compiler, ['-p', join(root, 'tsconfig.pack.json'), '--outDir', folder], quiet);
  for (const file of globSync('**/*.d.ts', { cwd: folder })) nameJavaScript(join(folder, file));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifestOf(folder), null, 2)}\n`);
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  // Its links lead to guides that stay with the checkout.
  const guide = readFileSync(join(root, 'docs/sdk.md'), 'utf8').replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
  writeFileSync(join(folder, 'README.md'), guide);
  const packed = execFileSync('npm', ['pack', folder, '--json', '--pack-destination', resolve(into)], quiet);
  const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }];
  return join(resolve(into), filename);
}

console.log(pack(process.argv[2] ?? join(root, 'dist')));
