import { relative } from 'node:path';
import { callerError } from '../kernel/coded-error.ts';
import { loadCounty } from '../kernel/county.ts';
import {
  explain,
  readPurposes,
  Refusal,
  type Access,
  type Explanation,
  type Obligation,
  type Purposes,
} from '../trust/index.ts';
import { identityOf, languageOf, policyOf, whatOf, type Language } from './access-options.ts';
import { fates, labels, profiles } from './access-words.ts';
import { table } from './terminal-table.ts';

export interface ExplainOptions {
  readonly county: string;
  readonly department: string;
  readonly who: string;
  readonly purpose?: string;
  readonly permit?: string;
  readonly what?: string;
  readonly language: string;
  readonly json?: boolean;
}

/** What a decision comes to, field by field. */
function usesOf(right: Obligation, fields: readonly string[]): Record<'read' | 'use' | 'count', string[]> {
  const by = (use: 'read' | 'use' | 'count'): string[] => fields.filter(field => right.allows(field, use));
  // Without statistics nothing may be counted, whatever the fields.
  return { read: by('read'), use: by('use'), count: right.statistics === 'none' ? [] : by('count') };
}

function jsonOf(explained: Explanation, fields: readonly string[]): object {
  const { type, considered, decision } = explained;
  if (decision instanceof Refusal) {
    const { code, expected, got, todo } = decision;
    return { type, granted: false, code, sentence: `Expected ${expected}, got ${got}; ${todo}.`, considered };
  }
  const { grant, purpose, permit, areas, statistics, masks, policyVersion } = decision;
  const uses = usesOf(decision, fields);
  return {
    type,
    granted: true,
    line: considered[grant ?? -1]?.line,
    purpose,
    permit,
    ...uses,
    masks: Object.fromEntries([...masks].filter(([field]) => fields.includes(field))),
    areas,
    statistics,
    policyVersion,
    considered,
  };
}

function named(fields: readonly string[], language: Language): string {
  return fields.length === 0 ? labels.none[language] : fields.join(', ');
}

function outcome(
  { decision, considered, type }: Explanation,
  fields: readonly string[],
  access: Access,
  { purposes }: Purposes,
  language: Language,
): string[][] {
  if (decision instanceof Refusal)
    return [
      [
        labels.refused[language],
        `${decision.code}: Expected ${decision.expected}, got ${decision.got}; ${decision.todo}.`,
      ],
    ];
  const uses = usesOf(decision, fields);
  const grades = access.grades.get(type);
  const purpose = purposes.get(decision.purpose ?? '');
  const masks = [...decision.masks].filter(([field]) => fields.includes(field));
  const places = decision.areas === 'all' ? labels.county[language] : decision.areas.join(', ');
  const isMatter = decision.permit?.matter.type === type ? `, ${labels.matter[language]}` : '';
  return [
    [labels.granted[language], `${considered[decision.grant ?? -1]?.line}, ${purpose?.name[language]}`],
    [labels.basis[language], `${purpose?.basis.law} ${purpose?.basis.article}`],
    ...(['read', 'use', 'count'] as const).map(use => [labels[use][language], named(uses[use], language)]),
    [labels.fields[language], fields.map(field => `${field} ${grades?.get(field)}`).join(', ')],
    [labels.masks[language], masks.map(([field, mask]) => `${field}: ${mask}`).join(', ') || labels.none[language]],
    [labels.places[language], places + isMatter],
    [labels.statistics[language], profiles[decision.statistics][language]],
    [labels.policy[language], decision.policyVersion],
  ];
}

function grantLines({ considered }: Explanation, language: Language): string[][] {
  return considered.map(({ line, to, purpose, fate }) => {
    const who = Object.entries(to).map(([word, value]) => (value === true ? word : `${word}:${value}`));
    return [fate === 'COUNTS' ? '  →' : '   ', line, who.join(','), purpose, fates[fate][language]];
  });
}

/** Lines as one would open them from here. */
function shortened(explained: Explanation): Explanation {
  const considered = explained.considered.map(each => ({ ...each, line: relative(process.cwd(), each.line) }));
  return { ...explained, considered };
}

/** `countygraph access explain`: which grant counts, why, and what it comes to. Ends with 1 where nothing is granted. */
export function accessExplain(options: ExplainOptions): 0 | 1 {
  const language = languageOf(options.language);
  const county = loadCounty(options.county);
  if (!county.departments.some(({ id }) => id === options.department)) {
    const expected = `one of ${county.departments.map(({ id }) => id).join(', ')}`;
    throw callerError('UNKNOWN_DEPARTMENT', { expected, got: options.department, todo: 'correct --department' });
  }
  const purposes = readPurposes(county.folder);
  const { access, model } = policyOf(county, options.department, purposes);
  const identity = identityOf(options.who, options.purpose, options.permit);
  const { types, field } = whatOf(model, options.what);
  const fieldsOf = (type: string): string[] => (field === undefined ? [...(model.get(type)?.keys() ?? [])] : [field]);
  const all = types.map(type => shortened(explain(access, purposes, identity, type, new Date())));
  if (options.json)
    console.log(
      JSON.stringify(
        all.map(each => jsonOf(each, fieldsOf(each.type))),
        undefined,
        2,
      ),
    );
  else
    for (const each of all) {
      const what = field === undefined ? each.type : `${each.type}.${field}`;
      console.log(`${options.department} ${what} · ${options.who} · ${options.purpose ?? '—'}`);
      console.log(table(grantLines(each, language)));
      console.log(`${table(outcome(each, fieldsOf(each.type), access, purposes, language))}\n`);
    }
  const isGranted = all.some(
    ({ decision, type }) =>
      !(decision instanceof Refusal) && Object.values(usesOf(decision, fieldsOf(type))).some(list => list.length > 0),
  );
  return isGranted ? 0 : 1;
}
