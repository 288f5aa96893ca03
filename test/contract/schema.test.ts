import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { generate } from '../../lib/cli/generate.ts';

test('schema/supergraph.graphql and schema/api.graphql are what the departments compose to', () => {
  expect(() => generate({ check: true })).not.toThrow();
});

test('schema/generated/operations.ts is what the registered operations give', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-codegen-'));
  try {
    const { generates, ...config } = parse(readFileSync('codegen.yml', 'utf8')) as {
      generates: Record<string, unknown>;
    };
    const [fresh, file] = [join(folder, 'operations.ts'), join(folder, 'codegen.yml')];
    writeFileSync(file, stringify({ ...config, generates: { [fresh]: generates['schema/generated/operations.ts'] } }));
    // Under Node itself: codegen loads graphql in its own way.
    await promisify(execFile)(
      process.execPath,
      ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', file, '--silent'],
      { env: { ...process.env, CI: '1' } },
    );
    expect(readFileSync('schema/generated/operations.ts', 'utf8')).toBe(readFileSync(fresh, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
