import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Cell, Column } from '../../../lib/synthetic/legacy-table.ts';
import { legacyDatabases } from '../../../lib/synthetic/legacy/index.ts';
import { createRandom } from '../../../lib/synthetic/random.ts';

const api = buildSchema(readFileSync('schema/api.graphql', 'utf8'));
const ours = Object.values(api.getTypeMap()).filter(type => !type.name.startsWith('__'));

/** Words that would name a person, or something of one. */
const personal = new Set(
  `person persons people human individual citizen resident household member party parties
  suspect suspects victim victims plaintiff defendant petitioner applicant appellant claimant caller reporter complainant
  mediator mediators worker judge officer inspector clerk doctor owner representative contact guardian spouse child
  name names surname forename alias birth birthday born age sex gender ethnicity nationality religion
  number idnumber idcard card identity passport licence license plate account phone telephone mobile fax email mail
  wechat qq address home residence photo face portrait fingerprint biometric dna health disease disability
  xm xb mz csrq sfzh sfz zjhm zjlx lxdh dh sjh dz zz hjd ls xyr bhr yg bg sqr bjr dsr tjy fr sbr`.split(/\s+/),
);

/** FILED_ON, filedOn and CourtCase as words. */
function words(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_');
}

/** Everything a request or an answer can name: `Type`, `Type.field`, `Type.field(argument)`, `Enum.VALUE`. */
function namesOf(type: GraphQLNamedType): { path: string; name: string }[] {
  const self = { path: type.name, name: type.name };
  if (isEnumType(type)) return [self, ...type.getValues().map(v => ({ path: `${type.name}.${v.name}`, name: v.name }))];
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [self];
  if (isInputObjectType(type)) {
    return [self, ...Object.keys(type.getFields()).map(name => ({ path: `${type.name}.${name}`, name }))];
  }
  const fields = Object.values(type.getFields()).flatMap(field => {
    const path = `${type.name}.${field.name}`;
    return [{ path, name: field.name }, ...field.args.map(({ name }) => ({ path: `${path}(${name})`, name }))];
  });
  return [self, ...fields];
}

/** Names of organisations and places, counts of persons, and words that only look like it: what may be said. */
const allowed = [
  'LeftOutReason.UNREADABLE_NUMBER',
  'PetitionChannel.PHONE',
  'IncidentResponse.TELEPHONE',
  'CourtCaseMeasure.PENDING_AGE',
  'HandoverParty',
  'HandoverPartyFilter',
  ...['Place', 'County', 'Town', 'Village', 'Grid'].map(type => `${type}.name`),
  'Query.places(name)',
  ...['Organisation', 'SocialOrganisation', 'MediationCommittee', 'CareFacility', 'Shelter', 'Centre'].flatMap(type => [
    `${type}.name`,
    `${type}Filter.name`,
    `${type}Order.NAME_ASC`,
    `${type}Order.NAME_DESC`,
  ]),
  'GridFilter.name',
  'GridOrder.NAME_ASC',
  'GridOrder.NAME_DESC',
  'AssistanceCase.persons',
  'AssistanceCaseFilter.persons',
  'AssistanceCaseOrder.PERSONS_ASC',
  'AssistanceCaseOrder.PERSONS_DESC',
  'AssistanceCaseMeasure.IDENTIFIED_PERSONS',
  'AssistanceCaseMeasure.AIDED_PERSONS',
  ...['mediators', 'fulltimeMediators'].flatMap(field => [
    `MediationCommittee.${field}`,
    `MediationCommitteeFilter.${field}`,
  ]),
  ...['MEDIATORS', 'FULLTIME_MEDIATORS'].flatMap(field => [
    `MediationCommitteeOrder.${field}_ASC`,
    `MediationCommitteeOrder.${field}_DESC`,
  ]),
];

describe('the graph', () => {
  const names = ours.flatMap(namesOf);

  test('names no person and no personal number', () => {
    const found = names.filter(({ name }) => words(name).some(word => personal.has(word))).map(({ path }) => path);
    expect(found.sort()).toEqual([...new Set(allowed)].sort());
    expect(names.length).toBeGreaterThan(1000);
  });

  test('counts persons as numbers only', () => {
    for (const [type, field] of [
      ['AssistanceCase', 'persons'],
      ['MediationCommittee', 'mediators'],
      ['MediationCommittee', 'fulltimeMediators'],
    ] as const) {
      const holder = api.getType(type);
      expect(isObjectType(holder) && holder.getFields()[field]?.type.toString()).toBe('Int');
    }
  });

  test('takes no person: root fields have these arguments and no others', () => {
    const roots = Object.values(api.getQueryType()?.getFields() ?? {});
    const taken = new Set(
      roots.flatMap(field =>
        field.args.map(
          a => `${a.name}: ${a.type.toString().replace(/^(\[?)[A-Z]\w+(Filter|Order|Measure|Dimension)/, '$1…$2')}`,
        ),
      ),
    );
    expect([...taken].sort()).toEqual([
      'after: String',
      'asOf: Date',
      'by: […Dimension!]',
      'code: AreaCode!',
      'creditCode: ID!',
      'filter: …Filter',
      'first: Int',
      'id: ID!',
      'level: PlaceLevel',
      'measures: […Measure!]!',
      'name: String',
      'orderBy: …Order',
      'period: PeriodInput!',
      'within: AreaCode',
      'within: [AreaCode!]',
    ]);
  });

  test('can be read and not written', () => {
    expect(api.getMutationType() ?? api.getSubscriptionType() ?? 'neither').toBe('neither');
  });
});

/** A column that is made up without looking at the record holds a person: nothing else of a row is drawn by lot. */
function isPersonal(column: Column<unknown>): boolean {
  let drawn = column.personal === true;
  const dice = createRandom('boundary');
  const random = new Proxy(dice, {
    get: (target, word) => {
      drawn = true;
      return target[word as keyof typeof target];
    },
  });
  const record = new Proxy(
    {},
    {
      get: () => {
        throw new Error('a value of the record');
      },
    },
  );
  const person = { name: '', phone: '', number: '' };
  try {
    column.value(record, { spoil: undefined, deleted: false, random, person } satisfies Cell);
  } catch {
    return false;
  }
  return drawn;
}

/** What of persons the synthetic databases hold, by department. A new column must be added here by hand. */
const personalColumns: Record<string, string[]> = {
  grid: ['wg_gwjl.lxdh', 'wg_gwjl.xm', 'wg_sj.sbr', 'wg_sj.sbrdh', 'wg_sj.sbrsfzh'],
  justice: ['fy_ajxx.sqrxm', 'tj_jfdj.dsrdh', 'tj_jfdj.dsrsfzh', 'tj_jfdj.dsrxm', 'tj_tjaj.tjyxm'],
  petition: ['XF_SXDJ.XFRDH', 'XF_SXDJ.XFRSFZH', 'XF_SXDJ.XFRXM'],
  court: ['T_AJ_JBXX.BGXM', 'T_AJ_JBXX.YGDH', 'T_AJ_JBXX.YGSFZH', 'T_AJ_JBXX.YGXM', 'T_ZX_JBXX.BZXRXM'],
  procuratorate: ['jc_scqs.xyrsfzh', 'jc_scqs.xyrxm', 'jc_sfjz.sqrdh', 'jc_sfjz.sqrsfzh', 'jc_sfjz.sqrxm'],
  police: ['AJ_LAXX.XYRSFZH', 'AJ_LAXX.XYRXM', 'JCJ_JJD.BJDH', 'JCJ_JJD.BJRXM'],
  'civil-affairs': ['mz_jzdx.hzDh', 'mz_jzdx.hzSfzh', 'mz_jzdx.hzXm'],
  emergency: ['YJ_JCJL.JCRXM', 'YJ_QYXX.FRDH', 'YJ_QYXX.FRSFZH', 'YJ_QYXX.FRXM'],
};

/** The one comparison of persons that ships: judicial aid meets social assistance. */
const pseudonymColumns: Record<string, string[]> = {
  procuratorate: ['jc_sfjz.sqrsfzh'],
  'civil-affairs': ['mz_jzdx.hzSfzh'],
};

describe.each(Object.entries(legacyDatabases))('the mapping of %s', (department, database) => {
  const tables = Object.values(database.tables) as readonly {
    name: string;
    columns: Record<string, Column<unknown>>;
  }[];
  const found = tables.flatMap(({ name, columns }) =>
    Object.entries(columns)
      .filter(([, c]) => isPersonal(c))
      .map(([column]) => `${name}.${column}`),
  );

  test('names no column that holds a person, but for two pseudonyms', () => {
    expect(found.sort()).toEqual(personalColumns[department]);
    const text = readFileSync(`counties/fengxi/${department}.mapping.yaml`, 'utf8');
    const columns = found.map(path => path.slice(path.indexOf('.') + 1));
    const named = columns.filter(column => new RegExp(`\\b${column}\\b`, 'i').test(text));
    const pseudonyms = (pseudonymColumns[department] ?? []).map(path => path.slice(path.indexOf('.') + 1));
    expect(named).toEqual(pseudonyms);
    // As a pseudonym, once, and as nothing else.
    for (const column of pseudonyms)
      expect([...text.matchAll(new RegExp(`\\b${column}\\b.*`, 'gi'))].map(String)).toEqual([
        `${column}, pseudonym: identity-number }`,
      ]);
    // A query that takes all columns would take these, too.
    expect(text).not.toMatch(/SELECT\s+(\w+\.)?\*/i);
  });
});
