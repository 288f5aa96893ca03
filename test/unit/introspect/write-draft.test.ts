import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeDraft } from '../../../lib/introspect/write-draft.ts';
import type { Mapping } from '../../../lib/source/index.ts';

const word = oneof(
  string({ unit: 'grapheme', maxLength: 12 }),
  constantFrom(
    'N',
    'no',
    '01',
    '1e3',
    'true',
    "it's",
    '有效 1：是',
    'a: b',
    'two\nlines',
    '#x',
    '- y',
    '2026-01-01',
    '',
  ),
);
const name = string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter(text => text !== '__proto__');

test('whatever names, values and comments a database has, the draft reads back as the mapping', () => {
  assert(
    property(name, name, array(word, { minLength: 1, maxLength: 3 }), word, (table, column, values, reason) => {
      const mapping: Mapping = {
        database: 'court',
        types: {
          CourtCase: {
            from: table,
            only: { [column]: values },
            key: column,
            fields: { filedOn: { column, date: 'yyyyMMdd', missing: values } },
            personal: { [column]: 3 },
          },
          Enforcement: { absent: 'none' },
        },
        codes: { kinds: { map: { [column]: 'CIVIL' } } },
      };
      const reasons = new Map(
        ['types.CourtCase.from', 'types.CourtCase.fields.filedOn', 'codes.kinds'].map(path => [path, reason]),
      );
      expect(parse(writeDraft({ mapping, reasons, open: [] }, [reason], [reason]))).toEqual(mapping);
    }),
  );
});
