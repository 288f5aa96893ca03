import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A guard of the project as text, so that it can be taken out and be missed. */
export interface Guard {
  /** What it keeps from happening, in a few words. */
  readonly name: string;
  /** Its file, from the project's root. */
  readonly file: string;
  /** Its text, which stands in the file exactly once. */
  readonly text: string;
  /** What stands there without it. It must still run: a file that does not load proves nothing. */
  readonly without: string;
}

/** What the tests say of a project without a guard. */
export interface Verdict {
  readonly guard: string;
  /** Names of the tests that failed. */
  readonly failed: readonly string[];
  readonly passed: number;
}

/** Each guard costs some seconds: three of them spread over the list, or as many as COUNTYGRAPH_GUARDS says, or `all`. */
export function chosenGuards<One>(guards: readonly One[]): readonly One[] {
  const asked = process.env['COUNTYGRAPH_GUARDS'] ?? '3';
  const step = asked === 'all' ? 1 : Math.ceil(guards.length / Number(asked));
  return guards.filter((_, index) => index % step === 0);
}

const root = join(import.meta.dirname, '../../..');
const leftOut = new Set(['node_modules', '.git', '.countygraph', 'coverage', 'dist']);

/**
 * Runs test files in a copy of the project that lacks a guard, in a vitest of their own without the servers of the global setup.
 * Throws where the guard is not found exactly once, and where the files do not load: neither would say anything of the guard.
 */
export async function runWithout({ name, file, text, without }: Guard, tests: readonly string[]): Promise<Verdict> {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'countygraph-guard-'));
  try {
    cpSync(root, copy, { recursive: true, filter: path => !leftOut.has(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const before = readFileSync(join(copy, file), 'utf8');
    const count = before.split(text).length - 1;
    if (count !== 1) throw new Error(`Expected the guard "${name}" once in ${file}, got it ${count} times.`);
    writeFileSync(
      join(copy, file),
      before.replace(text, () => without),
    );
    return { guard: name, ...(await runTests(copy, tests)) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

async function runTests(folder: string, tests: readonly string[]): Promise<Omit<Verdict, 'guard'>> {
  const config = join(folder, 'guards.config.mjs');
  const output = join(folder, 'guards.json');
  const graphql = join(folder, 'node_modules/graphql/index.js');
  const alias = `[{ find: /^graphql$/, replacement: ${JSON.stringify(graphql)} }]`;
  const options = { include: tests, pool: 'forks', maxWorkers: 1, testTimeout: 60_000, reporters: ['json'] };
  const test = JSON.stringify({ ...options, outputFile: output });
  writeFileSync(config, `export default { resolve: { alias: ${alias} }, test: ${test} };`);
  const said = await run(folder, ['node_modules/vitest/vitest.mjs', 'run', '--config', config]);
  const { numPassedTests, testResults } = readReport(output, said);
  const broken = testResults.find(({ assertionResults }) => assertionResults.length === 0);
  if (broken) throw new Error(`Expected ${broken.name} to load without the guard, got: ${broken.message}`);
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ status, fullName }) => (status === 'failed' ? [fullName] : [])),
  );
  return { failed, passed: numPassedTests };
}

function readReport(file: string, said: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch (cause) {
    throw new Error(`Expected a report of the tests, got none: ${said.slice(-2_000)}`, { cause });
  }
}

/** What a child says; that tests failed is no fault of it. */
function run(cwd: string, args: readonly string[]): Promise<string> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  return new Promise(resolve => {
    execFile(process.execPath, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

/** One line a guard: what it is, and the tests that miss it. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(
      ({ guard, failed, passed }) => `${guard}: ${failed.length} of ${failed.length + passed} fail, as "${failed[0]}"`,
    )
    .join('\n');
}
