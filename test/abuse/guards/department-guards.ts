import type { Guard } from './mutate.ts';

const lists = 'test/abuse/department-rights/lists.test.ts';
const rights = 'test/unit/source/right-key.test.ts';
const figures = 'test/abuse/department-rights/records-and-figures.test.ts';
const places = 'test/abuse/department-rights/places.test.ts';
const decisions = 'test/unit/trust/decide.test.ts';

const where = 'lib/source/query/where.ts';
const list = 'lib/source/query/list.ts';
const exact = 'lib/source/query/exact-statistics.ts';
const resolvers = 'lib/subgraph/resolvers.ts';
const obligation = 'lib/trust/obligation.ts';
const decide = 'lib/trust/access/decide.ts';

/** What keeps a department's data to its rights: each guard with the tests that miss it. */
export const departmentGuards: readonly (Guard & { readonly tests: string })[] = [
  {
    name: 'a field is used with the right to it',
    file: where,
    text: 'if (!found || !obligation.allows(field, use)) {',
    without: 'if (!found) {',
    tests: lists,
  },
  {
    name: 'a field that is not granted is not selected',
    file: resolvers,
    text: 'names.has(f) && obligation.allows(f)',
    without: 'names.has(f)',
    tests: lists,
  },
  {
    name: 'a field that is not granted says so',
    file: resolvers,
    text: 'if (row[field] === undefined && !context.obligation(record.name).allows(field)) throw forbidden(record, field);',
    without: '',
    tests: lists,
  },
  {
    name: 'rows are of the areas that are granted',
    file: where,
    text: "areas === 'all' ? [] : [insideAny(bound, areas)]",
    without: '[]',
    tests: lists,
  },
  {
    name: 'rows are of the matter of the permit',
    file: where,
    text: 'if (permit?.matter.type !== type) return pieces;',
    without: 'if (type !== undefined) return pieces;',
    tests: figures,
  },
  {
    name: 'rows are given where they are granted, and not where figures are',
    file: where,
    text: 'if (rows) return;',
    without: 'if (rows || type !== undefined) return;',
    tests: figures,
  },
  {
    name: 'places are asked by with the right to the place',
    file: where,
    text: 'if (place !== undefined) allowed(bound, obligation, place, use);',
    without: '',
    tests: lists,
  },
  {
    name: 'a mask is put on',
    file: 'lib/source/query/select.ts',
    text: 'const mask = obligation.masks.get(field);',
    without: 'const mask = undefined;',
    tests: figures,
  },
  {
    name: 'a masked field is not compared',
    file: obligation,
    text: " && !(use === 'use' && this.masks.has(field))",
    without: '',
    tests: lists,
  },
  {
    name: 'a masked field is not counted exactly',
    file: obligation,
    text: " && !(this.masks.has(field) && this.statistics === 'exact')",
    without: '',
    tests: figures,
  },
  {
    name: 'a key that is not granted neither orders rows nor stands in cursors',
    file: list,
    text: "type.key !== undefined && obligation.allows(type.key, 'use')",
    without: 'type.key !== undefined',
    tests: lists,
  },
  {
    name: 'rows do not stand in the order of what else a column holds',
    file: list,
    text: '(seesAll ? column.sources : undefined)',
    without: '(seesAll || true ? column.sources : undefined)',
    tests: lists,
  },
  {
    name: 'a cursor is of its own order',
    file: list,
    text: 'if (name !== order.name) throw badCursor();',
    without: '',
    tests: lists,
  },
  {
    name: 'a list is ordered by what may be used',
    file: list,
    text: "const column = allowed(bound, obligation, field, 'use');",
    without: 'const column = bound.columns.get(field) as Column;',
    tests: lists,
  },
  {
    name: 'children come by a link that may be used',
    file: list,
    text: "const column = allowed(bound, obligation, parents.via, 'use');",
    without: 'const column = bound.columns.get(parents.via) as Column;',
    tests: lists,
  },
  {
    name: 'a link is followed with the right to the key',
    file: resolvers,
    text: "if (record?.key === undefined || context.obligation(record.name).allows(record.key, 'use')) return;",
    without: 'if (record?.key !== "") return;',
    tests: lists,
  },
  {
    name: 'a link is asked by with the right to the key',
    file: resolvers,
    text: 'for (const [asked] of conditions) mayFollow(targets.get(asked), context);',
    without: '',
    tests: lists,
  },
  {
    name: 'figures are grouped by what may be counted',
    file: exact,
    text: "for (const field of query.by) allowed(bound, obligation, field, 'count');",
    without: '',
    tests: figures,
  },
  {
    name: 'a measure rests on what may be counted',
    file: exact,
    text: "fieldsOf(measure).map(field => allowed(bound, obligation, field, 'count'))",
    without: 'fieldsOf(measure).flatMap(field => bound.columns.get(field) ?? [])',
    tests: figures,
  },
  {
    name: 'a part does not pass for the whole',
    file: exact,
    text: "areas === 'all' ? undefined : areas.find(area => area.length > codeLength[level])",
    without: "areas === 'none' ? level : undefined",
    tests: figures,
  },
  {
    name: 'nor where the part is asked for beside it',
    file: 'lib/source/query/statistics.ts',
    text: '      maySee(asking, level),\n',
    without: '      maySee(asking, level) !== undefined,\n',
    tests: figures,
  },
  {
    name: 'no answer to one right is given to another',
    file: 'lib/source/right-key.ts',
    text: 'const known = keys.get(obligation) ?? writtenOut(obligation);',
    without: 'const known = keys.get(obligation) ?? (writtenOut(obligation) && obligation.type);',
    tests: rights,
  },
  {
    name: 'quality is of fields that may be used',
    file: 'lib/source/quality/record-quality.ts',
    text: "obligation.allows(f, 'use') && obligation.allows(f, 'count')",
    without: "f !== ''",
    tests: figures,
  },
  {
    name: 'a place has what is granted of it alone',
    file: 'subgraphs/grid/special.ts',
    text: 'asked.has(f) && right.allows(f)',
    without: 'asked.has(f)',
    tests: places,
  },
  {
    name: 'a grant is for its purpose',
    file: decide,
    text: 'identity.purpose !== undefined && grant?.purpose === identity.purpose',
    without: 'grant !== undefined',
    tests: decisions,
  },
  {
    name: 'a purpose has its time',
    file: decide,
    text: '!purpose || today < purpose.from || today > purpose.until',
    without: '!purpose',
    tests: decisions,
  },
  {
    name: 'a permit is its holder’s',
    file: decide,
    text: '!permit || permit.purpose !== purpose || !isHolder',
    without: '!permit || permit.purpose !== purpose',
    tests: decisions,
  },
  {
    name: 'an own area is a code',
    file: decide,
    text: 'identity.areas.filter(code => levelOf(code) !== undefined)',
    without: 'identity.areas',
    tests: decisions,
  },
];
