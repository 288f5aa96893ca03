import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import schema from '../../schema/scorecard.schema.json' with { type: 'json' };
import type { Declared } from '../indicators/county/index.ts';
import type { Indicator } from '../indicators/index.ts';
import { type CheckedYaml, readCheckedYaml } from '../kernel/checked-yaml.ts';
import { operatorError } from '../kernel/coded-error.ts';
import type { PeriodUnit } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import type { Aggregation, Card, Group, MissingChoice, ScoredLevel, Sensitivity, VetoGround } from './card.ts';
import { normalisations } from './card.ts';
import { type FaultAt, type ItemText, readItem } from './read-item.ts';
import { namesPetitionVolume } from './veto-words.ts';

interface CardText {
  readonly name: Text;
  readonly note?: Text;
  readonly period: PeriodUnit;
  readonly level: ScoredLevel;
  readonly department?: string;
  readonly aggregation: Aggregation;
  readonly missing: MissingChoice;
  readonly coverage: number;
  readonly groups?: Readonly<Record<string, { readonly name: Text; readonly floor?: number; readonly cap?: number }>>;
  readonly items: readonly ItemText[];
  readonly bonusCap?: number;
  readonly sensitivity?: Partial<Sensitivity>;
  readonly vetoes?: Readonly<Record<string, VetoGround>>;
}

interface FileText {
  readonly cards: Readonly<Record<string, CardText>>;
}

const ajv = new Ajv({ allErrors: false, strict: false });
const check = ajv.compile<FileText>(schema);
const code = 'BAD_SCORECARD';
const words = { code, what: 'scorecards', write: 'write one as docs/scorecards.md shows' };

/**
 * Reads a county's scorecard.yaml.
 * @throws CodedError BAD_SCORECARD, with file, line and path; SCORECARD_REFUSED for what must not be scored: the number of petitions,
 * persons, places by quota
 */
export function readScorecards(file: string, catalogue: readonly Indicator[], declared: Declared): Card[] {
  refuseQuotas(file);
  const text = readCheckedYaml(file, check, words);
  return Object.entries(text.value.cards).map(([id, card]) => readCard(id, card, { text, catalogue, declared }));
}

/** Words by which a card would deal out places instead of marks. They would be unknown words in any case; this says why. */
const quotaWord = /quota|forced|elimination|(last|bottom|top)(share|percent|place|n)?$|^(ranks?|ranking|places)$/i;

function refuseQuotas(file: string): void {
  if (!existsSync(file)) return;
  const find = (value: unknown, path: string): string | null => {
    if (typeof value !== 'object' || value === null) return null;
    for (const [name, inner] of Object.entries(value)) {
      const here = path === '' ? name : `${path}.${name}`;
      // Ids are a county's own to choose.
      const isId = /(^cards|\.groups|\.vetoes)$/.test(path) || Array.isArray(value);
      const found = !isId && quotaWord.test(name) ? here : find(inner, here);
      if (found !== null) return found;
    }
    return null;
  };
  let raw: unknown;
  try {
    raw = parse(readFileSync(file, 'utf8'));
  } catch {
    return; // Said with its line by readCheckedYaml.
  }
  const found = find(raw, '');
  if (found === null) return;
  throw operatorError('SCORECARD_REFUSED', {
    expected: 'marks for figures',
    got: `places or shares of areas, dealt out beforehand, in ${found}`,
    todo: `take it out of ${file}`,
  });
}

interface Reading {
  readonly text: CheckedYaml<FileText>;
  readonly catalogue: readonly Indicator[];
  readonly declared: Declared;
}

function readCard(id: string, card: CardText, { text, catalogue, declared }: Reading): Card {
  const faultAt =
    (...at: readonly string[]): FaultAt =>
    (path, expected, got, refused) => {
      const whole = ['cards', id, ...at, ...path];
      return operatorError(refused === undefined ? code : 'SCORECARD_REFUSED', {
        expected: `${whole.join('.')} to be ${expected}`,
        got,
        todo: `correct ${text.where(...whole)}`,
      });
    };
  const fault = faultAt();
  const { missing, department, note = null } = card;
  checkMissing(missing, fault, ['missing']);
  const groupTexts = new Map(Object.entries(card.groups ?? {}));
  const items = card.items.map((item, i) => {
    const at = faultAt('items', String(i));
    if (item.missing !== undefined) checkMissing(item.missing, at, ['missing']);
    return readItem(item, { catalogue, declared, groups: groupTexts, missing, department }, at);
  });
  const twice = items.find(({ id: own }, i) => items.findIndex(each => each.id === own) < i);
  if (twice !== undefined) throw fault(['items'], 'items with ids of their own', `two of ${twice.id}`);
  const weights = items.reduce((sum, item) => sum + (item.bonus ? 0 : item.weight), 0);
  if (Math.abs(weights - 100) > 1e-9) throw fault(['items'], 'items whose weights add up to 100', `${weights}`);
  const vetoes = new Map(Object.entries(card.vetoes ?? {}));
  for (const [ground, { name, basis }] of vetoes)
    if ([name.zh, name.en, basis.zh, basis.en].some(namesPetitionVolume))
      throw fault(['vetoes', ground], 'a ground other than the number of petitions 信访量', name.zh, 'refused');
  const { name, period, level, aggregation, coverage, sensitivity = {} } = card;
  return {
    id,
    name,
    note,
    period,
    level,
    aggregation,
    coverage,
    items,
    vetoes,
    groups: readGroups(groupTexts, items, aggregation, fault),
    bonusCap: readBonusCap(card.bonusCap, items, fault),
    sensitivity: {
      weights: 0.2,
      aggregations: ['arithmetic', 'geometric'],
      normalisations,
      leaveOneOut: true,
      draws: 5000,
      ...sensitivity,
    },
  };
}

function checkMissing({ rule, why }: MissingChoice, fault: FaultAt, path: readonly string[]): void {
  if (rule === 'zero' && why === undefined) throw fault([...path, 'why'], 'the reason beside zero', 'none');
}

function readGroups(
  texts: ReadonlyMap<string, NonNullable<CardText['groups']>[string]>,
  items: Card['items'],
  aggregation: Aggregation,
  fault: FaultAt,
): ReadonlyMap<string, Group> {
  const groups = [...texts].map(([id, { name, floor = 0, cap }]) => {
    const most = items.reduce((sum, item) => sum + (item.group === id ? item.weight : 0), 0);
    const path = ['groups', id];
    if (most === 0) throw fault(path, 'the group of an item', 'one that no item names');
    if (aggregation === 'geometric' && (floor > 0 || cap !== undefined))
      throw fault(path, 'without floor and cap: a geometric mean has no points of a group', 'one of them');
    if (!(floor <= (cap ?? most) && (cap ?? most) <= most + 1e-9))
      throw fault(path, `limited by floor <= cap <= ${most}, the weights of its items`, `${floor} and ${cap ?? most}`);
    return [id, { name, floor, cap: cap ?? most }] as const;
  });
  return new Map(groups);
}

function readBonusCap(cap: number | undefined, items: Card['items'], fault: FaultAt): number {
  const hasBonus = items.some(({ bonus }) => bonus);
  if (hasBonus && cap === undefined) throw fault(['bonusCap'], 'the most points of all bonus items', 'none');
  if (!hasBonus && cap !== undefined) throw fault(['bonusCap'], 'absent where no item is a bonus', String(cap));
  return cap ?? 0;
}
