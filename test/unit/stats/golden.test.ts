import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answers } from '../../golden/answer.ts';
import { readGolden } from '../../golden/case.ts';
import { compare } from '../../golden/compare.ts';
import { knownAnswers } from '../../golden/unknown.ts';

// The known answers live beside the repository; COUNTYGRAPH_GOLDEN names another folder.
const folder = process.env['COUNTYGRAPH_GOLDEN'] ?? resolve(import.meta.dirname, '../../../../shared/golden');
const present = existsSync(folder);
const files = present ? readGolden(folder).filter(file => file.kind in answers) : [];

describe.skipIf(!present)(present ? 'golden' : 'golden: skipped, no such folder; set COUNTYGRAPH_GOLDEN to it', () => {
  it('has a file for every kind that we answer', () => {
    expect(files.map(file => file.kind).sort()).toEqual(Object.keys(answers).sort());
  });

  for (const { kind, cases } of files) {
    it.each(cases)(`${kind} $id`, golden => {
      expect(compare(knownAnswers(kind, golden), answers[kind]?.(golden) ?? {}).faults).toEqual([]);
    });
  }
});
