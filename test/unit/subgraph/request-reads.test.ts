import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { callerError } from '../../../lib/kernel/coded-error.ts';
import { RequestReads } from '../../../lib/subgraph/request-reads.ts';

const words = { expected: 'fields that are granted', todo: 'leave it out' };
const refused = (got: string): Error => callerError('FORBIDDEN_FIELD', { ...words, got });
const told = (error: Error, path: string[]): GraphQLError =>
  new GraphQLError(error.message, { originalError: error, path });

test('a field that a question was refused for is named once, with the use that was refused', () => {
  const reads = new RequestReads();
  const error = refused('CourtCase.claimAmount');
  reads.failed('CourtCase', { read: ['id', 'claimAmount'], order: ['claimAmount'], filter: ['kind'] }, error);
  reads.told([told(error, ['courtCases'])]);
  expect(reads.all()).toEqual([
    {
      type: 'CourtCase',
      uses: { read: ['claimAmount'], order: ['claimAmount'] },
      rows: 0,
      decision: 'refused',
      code: 'FORBIDDEN_FIELD',
      field: 'claimAmount',
    },
  ]);
});

test('a field that was left out of the question is recorded by what the answer tells, once for all rows', () => {
  const reads = new RequestReads();
  const errors = [0, 1, 2].map(() => told(refused('CourtCase.claimAmount'), ['courtCases', 'nodes', 'amount']));
  reads.told([...errors, told(refused('CourtCase.place'), ['courtCases', 'nodes', 'place'])]);
  expect(reads.all().map(r => [r.type, r.field, r.uses])).toEqual([
    ['CourtCase', 'claimAmount', { read: ['claimAmount'] }],
    ['CourtCase', 'place', { read: ['place'] }],
  ]);
});

test('what is no refusal is recorded as a failure, and only where a question was asked', () => {
  const reads = new RequestReads();
  reads.failed('CourtCase', { read: ['id'] }, new Error('ECONNRESET at 10.0.0.7'));
  reads.told([told(new Error('ECONNRESET at 10.0.0.7'), ['courtCases']), new GraphQLError('no such field')]);
  expect(reads.all()).toEqual([
    { type: 'CourtCase', uses: { read: ['id'] }, rows: 0, decision: 'failed', code: 'INTERNAL', field: undefined },
  ]);
});
