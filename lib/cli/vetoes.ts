import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type RequestKey, readPublicKeys, readSigningKey } from '../identity/index.ts';
import { levelOf } from '../kernel/area-code.ts';
import { callerError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import { parsePeriod } from '../kernel/period.ts';
import type { Language } from '../kernel/text.ts';
import { type Card, namesPetitionVolume, scoredLevels } from '../scorecard/index.ts';
import type { KeptVeto, VetoBook } from '../store/index.ts';
import { ownFaults, signVeto, vetoHash, type VetoStatement, verifyVetoes } from '../trust/veto/index.ts';
import { cardOf } from './county-scorecards.ts';
import { type StoreOptions, withStore } from './open-county-store.ts';
import { type ReportOptions, writeReport } from './report.ts';
import { scorecardWords } from './scorecard-words.ts';
import { table } from './terminal-table.ts';

export interface VetoOptions extends StoreOptions, ReportOptions {
  /** Public keys of those whose vetoes count, in place of the county's veto-signers.pem. */
  readonly signers?: string;
  readonly language: Language;
}

interface Saying extends VetoOptions {
  readonly by: string;
  readonly reason: string;
  readonly basis: string;
  readonly key: string;
}

export interface RecordOptions extends Saying {
  readonly card: string;
  readonly area: string;
  readonly period: string;
  readonly ground?: string;
}

/** A veto that has not been withdrawn, beside the score of its area. */
export interface StandingVeto {
  readonly record: KeptVeto;
  /** False where verify finds something. */
  readonly isSound: boolean;
  told(language: Language): string;
}

export interface StandingVetoes {
  of(area: string, card: Card): StandingVeto[];
}

function signersOf(county: County, { signers }: Pick<VetoOptions, 'signers'>): RequestKey[] {
  const file = signers ?? join(county.folder, 'veto-signers.pem');
  return signers === undefined && !existsSync(file) ? [] : readPublicKeys(file);
}

/** Numbers of the records that are not what somebody whose vetoes count has signed. */
function unsound(
  county: County,
  records: readonly KeptVeto[],
  options: Pick<VetoOptions, 'signers'>,
): ReadonlySet<number> {
  const findings = verifyVetoes(county.code, records, signersOf(county, options));
  return new Set(findings.flatMap(({ number, fault }) => (ownFaults.includes(fault) ? number : [])));
}

/** A withdrawal counts only where nothing is wrong with it; a veto whose record is not sound is shown, and said not to be. */
export function standingVetoes(
  county: County,
  records: readonly KeptVeto[],
  options: Pick<VetoOptions, 'signers'> & { readonly period?: string },
): StandingVetoes {
  const wrong = unsound(county, records, options);
  const withdrawn = new Set(records.flatMap(each => (wrong.has(each.number) ? [] : (each.withdraws ?? []))));
  return {
    of(area, card) {
      const own = records.filter(
        each =>
          each.action === 'record' &&
          each.card === card.id &&
          each.area === area &&
          each.period === options.period &&
          !withdrawn.has(each.number),
      );
      return own.map(record => ({
        record,
        isSound: !wrong.has(record.number),
        told(language) {
          const { vetoIs, vetoBroken } = scorecardWords[language];
          const ground = card.vetoes.get(record.ground)?.name[language] ?? record.ground;
          return wrong.has(record.number) ? vetoBroken(record.number) : vetoIs(record.number, ground);
        },
      }));
    },
  };
}

/** Keeps a veto that people have decided. The score is not changed by it. */
export async function recordVeto(options: RecordOptions): Promise<void> {
  await withStore(options, async ({ vetoes }, county) => {
    const card = cardOf(county, options.card);
    const said = { ...checkedWords(options), at: new Date().toISOString(), withdraws: null };
    const statement: VetoStatement = {
      action: 'record',
      card: card.id,
      area: areaOf(county, options.area),
      period: periodOfCard(card, options.period),
      ground: groundOf(card, options.ground),
      ...said,
    };
    await add(vetoes, county, statement, options);
  });
}

export async function withdrawVeto(number: string, options: Saying): Promise<void> {
  await withStore(options, async ({ vetoes }, county) => {
    const records = await vetoes.all();
    const { card, area, period, ground, ...found } = find(records, number);
    const wrong = unsound(county, records, options);
    if (found.action !== 'record' || records.some(each => each.withdraws === found.number && !wrong.has(each.number)))
      throw callerError('UNKNOWN_VETO', {
        expected: 'the number of a veto that stands',
        got: number,
        todo: 'look it up with countygraph scorecard veto list',
      });
    const said = { ...checkedWords(options), at: new Date().toISOString(), withdraws: found.number };
    await add(vetoes, county, { action: 'withdraw', card, area, period, ground, ...said }, options);
  });
}

async function add(book: VetoBook, county: County, statement: VetoStatement, options: Saying): Promise<void> {
  const key = readSigningKey(options.key);
  if (!signersOf(county, options).some(({ id }) => id === key.id)) {
    throw callerError('VETO_SIGNER_UNKNOWN', {
      expected: 'a key whose public half stands among those whose vetoes count',
      got: `another one (${key.id})`,
      todo: 'add the public key to veto-signers.pem of the county, or name a file of keys with --signers',
    });
  }
  const record = await book.add(last => signVeto(county.code, statement, last, key));
  await printVetoes([record], county, options, await book.all());
}

function refused(expected: string, got: string): Error {
  return callerError('VETO_REFUSED', { expected, got, todo: 'correct the command; nothing has been recorded' });
}

function checkedWords({ by, reason, basis }: Saying): Pick<VetoStatement, 'by' | 'reason' | 'basis'> {
  for (const [name, text] of Object.entries({ by, reason, basis })) {
    if (text.trim() === '' || text.length > 2000) throw refused(`--${name} of 1 to 2,000 letters`, `${text.length}`);
    if (name !== 'by' && namesPetitionVolume(text))
      throw refused(`a ${name} other than the number of petitions 信访量, which is never scored`, 'that');
  }
  if (by.length > 100) throw refused('--by of at most 100 letters', `${by.length}`);
  return { by, reason, basis };
}

function areaOf(county: County, text: string): string {
  const named = [...county.areas.values()].filter(({ code, name }) => code === text || name === text);
  const [area, another] = named;
  const isScored = area !== undefined && scoredLevels.some(level => level === levelOf(area.code));
  if (area !== undefined && another === undefined && isScored) return area.code;
  throw callerError('UNKNOWN_AREA', {
    expected: 'the code or name of one county, town or village of areas.csv',
    got: JSON.stringify(text),
    todo: 'write its code',
  });
}

function periodOfCard(card: Card, text: string): string {
  const { unit, label } = parsePeriod(text);
  if (unit === card.period) return label;
  throw callerError('BAD_PERIOD', {
    expected: `a ${card.period.toLowerCase()}, by which ${card.id} scores`,
    got: label,
    todo: 'write it as 2026-08, 2026-Q3 or 2026',
  });
}

function groundOf({ id, vetoes }: Card, wanted: string | undefined): string {
  const grounds = [...vetoes.keys()];
  const ground = wanted ?? (grounds.length === 1 ? grounds[0] : undefined);
  if (ground !== undefined && vetoes.has(ground)) return ground;
  throw callerError('VETO_REFUSED', {
    expected: `--ground to be one that ${id} names: ${grounds.join(', ') || 'it names none'}`,
    got: wanted ?? 'none',
    todo: 'choose one; a ground is published before it is used',
  });
}

function find(records: readonly KeptVeto[], number: string): KeptVeto {
  const found = records.find(each => String(each.number) === number);
  if (found !== undefined) return found;
  throw callerError('UNKNOWN_VETO', {
    expected: 'the number of a record',
    got: JSON.stringify(number),
    todo: 'look it up with countygraph scorecard veto list',
  });
}

async function printVetoes(
  records: readonly KeptVeto[],
  county: County,
  options: VetoOptions,
  all: readonly KeptVeto[],
  more = '',
): Promise<void> {
  const words = scorecardWords[options.language];
  const wrong = unsound(county, all, options);
  const stateOf = ({ number, action }: KeptVeto): string => {
    if (wrong.has(number)) return words.unsound;
    const by = all.find(each => each.withdraws === number && !wrong.has(each.number));
    return action === 'withdraw' ? '' : by === undefined ? words.stands : words.withdrawn(by.number);
  };
  const rows = records.map(each => [
    each.number,
    words.actions[each.action] + (each.withdraws === null ? '' : ` #${each.withdraws}`),
    each.card,
    county.areas.get(each.area)?.name ?? each.area,
    each.period,
    each.ground,
    each.by,
    each.reason,
    each.basis,
    each.at,
    stateOf(each),
  ]);
  const head = [...words.vetoHead];
  await writeReport(
    {
      json: records,
      table: () =>
        (rows.length === 0 ? words.noVetoes : table([head, ...rows.map(row => row.map(String))], [0])) + more,
      sheets: () => [{ name: '一票否决 Vetoes', rows: [head, ...rows] }],
    },
    options,
  );
}

export async function listVetoes(options: VetoOptions & { readonly card?: string }): Promise<void> {
  await withStore(options, async ({ vetoes }, county) => {
    const all = await vetoes.all();
    const own = all.filter(({ card }) => options.card === undefined || card === options.card);
    await printVetoes(own, county, options, all);
  });
}

export async function showVeto(number: string, options: VetoOptions): Promise<void> {
  await withStore(options, async ({ vetoes }, county) => {
    const all = await vetoes.all();
    const record = find(all, number);
    const history = all.filter(each => each.withdraws === record.number);
    const { key, previous, signature } = record;
    const hash = vetoHash(county.code, record);
    const seal = `\n\nkey ${key}\nprevious ${previous || '—'}\nsignature ${signature}\nhash ${hash}`;
    await printVetoes([record, ...history], county, options, all, seal);
  });
}

/** Gives 1 where something is wrong with a record. */
export async function verifyKept(options: VetoOptions): Promise<0 | 1> {
  return withStore(options, async ({ vetoes }, county) => {
    const records = await vetoes.all();
    const findings = verifyVetoes(county.code, records, signersOf(county, options));
    const words = scorecardWords[options.language];
    const last = records.at(-1);
    const hash = last === undefined ? '—' : vetoHash(county.code, last);
    const told = findings.map(({ number, fault }) => [number, fault, words.faults[fault]] as const);
    await writeReport(
      {
        json: { records: records.length, hash, findings },
        table: () =>
          told.length === 0
            ? words.sound(records.length, hash)
            : told.map(([number, fault, text]) => `#${number}  ${fault}  ${text}`).join('\n'),
        sheets: () => [{ name: '核验 Verify', rows: [[...words.findings], ...told] }],
      },
      options,
    );
    return findings.length === 0 ? 0 : 1;
  });
}
