import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const example = join(root, 'docs/without-a-server.ts');

/** Uses of the types that another project makes, right and wrong ones. */
const uses = `
import { catalogue, createAnalytics, type Figure, type Indicator, indicator, type IndicatorId } from 'countygraph/indicators';
import { ClientError, createClient, PlacesDocument } from 'countygraph/sdk';
import { wilson } from 'countygraph/stats';

const client = createClient({ url: 'http://127.0.0.1:1/graphql' });
const analytics = createAnalytics({ client });
export async function all(signal: AbortSignal): Promise<Figure[]> {
  const figures: Figure[] = [];
  const within = { within: '330199', level: 'TOWN', periods: ['2026-08'], signal } as const;
  for await (const step of analytics.stream({ ...within, indicators: ['clearance_rate'] })) figures.push(...step.figures);
  // @ts-expect-error a typo
  await analytics.figures({ ...within, indicators: ['clearence_rate'] });
  // @ts-expect-error a level that there is not
  await analytics.figures({ ...within, level: 'STREET' });
  const { data } = await client.query(PlacesDocument, { level: 'TOWN' });
  // @ts-expect-error a variable that the document does not have
  await client.query(PlacesDocument, { levels: 'TOWN' });
  // @ts-expect-error places may be null: their department may be away
  data.places.length;
  // @ts-expect-error it may be null
  wilson(1, 2).lower;
  return figures;
}
// @ts-expect-error an id that is not in the catalogue
export const wrong: IndicatorId = 'clearence_rate';
// @ts-expect-error a definition without what it needs
indicator({ id: 'clearance_rate' });
export function ownIds(base: Indicator): void {
  const own = { ...base, id: 'families_visited' } as const;
  const county = createAnalytics({ client, catalogue: [...catalogue, own] });
  void county.figures({ indicators: ['families_visited', 'clearance_rate'], areas: [], periods: [] });
  // @ts-expect-error a typo in an id of the county's own
  void county.figures({ indicators: ['family_visited'], areas: [], periods: [] });
}
export const isFault = (error: unknown): boolean => error instanceof ClientError && error.code === 'NOT_A_GATEWAY';
`;

describe('the package that npm run package makes', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'countygraph-package-'));
    // As a developer does it: npm runs what stands before a script of the same name, too.
    const made = spawnSync('npm', ['run', '-s', 'package', '--', folder], { cwd: root });
    expect([made.status, made.stderr.toString()]).toEqual([0, '']);
    const tarball = made.stdout.toString().trim();
    rmSync(join(folder, 'package'), { recursive: true });
    const installed = join(folder, 'node_modules/countygraph');
    mkdirSync(installed, { recursive: true });
    expect(spawnSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']).status).toBe(0);
    // Without a network: what it depends on is linked, and nothing else is there.
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of Object.keys(dependencies)) {
      mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'uses.ts'), uses);
    cpSync(example, join(folder, 'without-a-server.ts'));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('runs a program in an empty folder as it runs in the repository', async () => {
    const [outside, inside] = await Promise.all(
      [join(folder, 'without-a-server.ts'), example].map(file => run(process.execPath, [file], { cwd: dirname(file) })),
    );
    expect(outside?.stdout).toBe(inside?.stdout);
    expect(outside?.stdout).toMatch(/^rectified in time: 88\.7 %, 80\.8 % to 93\.5 %\n/);
    expect(outside?.stdout).toContain('median: 60 days');
  });

  test('has types: right uses compile, and eight wrong ones do not', async () => {
    const compiler = join(root, 'node_modules/.bin/tsc');
    const strict = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--lib',
      'es2024,dom,dom.iterable',
    ];
    const found = await run(compiler, [...strict, '--types', '', 'uses.ts', 'without-a-server.ts'], {
      cwd: folder,
    }).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
    expect(found).toBe('');
  });

  test('holds JavaScript and declarations, and no TypeScript that Node would refuse there', () => {
    const installed = join(folder, 'node_modules/countygraph');
    const files = spawnSync('find', [installed, '-type', 'f']).stdout.toString().trim().split('\n');
    expect(files.filter(file => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
    expect(existsSync(join(installed, 'lib/indicators/index.d.ts'))).toBe(true);
  });
});

test('npm pack, whose tarball could not run, is refused with what to do', () => {
  const { status, stderr } = spawnSync('npm', ['pack', '--pack-destination', tmpdir()], { cwd: root });
  expect([status, stderr.toString()]).toEqual([1, expect.stringContaining('run npm run package')]);
});
