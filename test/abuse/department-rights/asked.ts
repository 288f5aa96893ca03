import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Identity } from '../../../lib/kernel/identity.ts';
import type { Facts, Work } from '../../../lib/observe/index.ts';
import { openDepartment, publicErrors, type Department } from '../../../lib/subgraph/index.ts';
import { run } from '../../db/legacy/database.ts';
import { archiveCounty } from '../one-department.ts';
import { textsOf } from '../rights-oracle/ask.ts';
import { access, mapping, permits, sdl, secrets, statements } from './case-archive.ts';

/** What came of a question. */
export interface Asked {
  readonly data: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
  /** Statements that ran, without their values. */
  readonly sql: readonly string[];
  /** All of the answer, as it leaves. */
  readonly text: string;
}

export interface Archive {
  readonly department: Department;
  ask(identity: Identity, query: string): Promise<Asked>;
  close(): Promise<void>;
}

/** Keeps the SQL of what it sees. */
function recorder(sql: string[]): Work {
  const work: Work = {
    begin(kind, facts: Facts = {}) {
      if (kind === 'statement') sql.push(facts.statement ?? '');
      return work;
    },
    tell: ({ statement }) => void (statement !== undefined && sql.push(statement)),
    end: () => undefined,
    headers: {},
  };
  return work;
}

/** Opens the archive over SQLite. Every answer is searched for what nobody may read, cursors and error texts included. */
export async function openArchive(): Promise<Archive> {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-rights-'));
  const files = { 'archive.schema.graphql': sdl, 'archive.mapping.yaml': mapping, 'archive.access.yaml': access };
  const county = archiveCounty(folder, { ...files, 'permits.yaml': permits });
  const databaseUrl = `sqlite:${join(folder, 'archive.sqlite')}`;
  await run('sqlite', databaseUrl, statements);
  const department = await openDepartment({ county, id: 'archive', databaseUrl, ledger: undefined });
  return {
    department,
    async ask(identity, query) {
      const sql: string[] = [];
      const result = await department.execute({ query }, identity, undefined, recorder(sql));
      const errors = publicErrors(result) ?? [];
      const answer = { data: { ...result.data }, errors };
      const said = [...textsOf(result.data), ...errors.map(({ message }) => message)];
      // What was asked for stands in no answer but by its own name in an error.
      expect(said.filter(text => secrets.test(text))).toEqual([]);
      const codes = errors.map(({ extensions }) => extensions.code);
      expect(codes).not.toContain('GRAPHQL_VALIDATION_FAILED');
      expect(codes).not.toContain('BAD_REQUEST');
      return { data: answer.data, codes, sql, text: JSON.stringify(answer) };
    },
    async close() {
      await department.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
