import { type Change, causeNames, freeze, type FrozenFigures, replay, type Replay } from '../frozen/index.ts';
import type { Figure, Indicator } from '../indicators/index.ts';
import type { County } from '../kernel/county.ts';
import { parsePeriod } from '../kernel/period.ts';
import type { Language } from '../kernel/text.ts';
import { unitNames } from '../kernel/unit.ts';
import type { FrozenEntry } from '../store/index.ts';
import { analyticsOfCounty, catalogueOfCounty } from './county-indicators.ts';
import { figureSheets } from './figure-sheets.ts';
import { figureTable, nameOf } from './figure-table.ts';
import { type StoreOptions, withStore } from './open-county-store.ts';
import { type ReportOptions, writeReport } from './report.ts';
import { table } from './terminal-table.ts';
import { type AskingOptions, withClient } from './with-client.ts';

export interface FiguresOptions extends StoreOptions {
  readonly language: Language;
  readonly json?: boolean;
}

export interface FreezeOptions extends FiguresOptions, AskingOptions {
  readonly area: readonly string[];
  readonly period: readonly string[];
  readonly indicator?: readonly string[];
  readonly by: string;
}

const words = {
  zh: {
    list: ['编号', '留存时间', '留存人', '内容'],
    marks: ['数据', '截至', '口径', '取整', '答复', '未计入'],
    none: '没有留存的数据。',
    frozen: (entry: FrozenEntry, figures: number) =>
      `${entry.id}  ${entry.at}  ${entry.by}  共 ${figures} 项  SHA-256 ${entry.hash}`,
    same: '按留存的答复重算：逐字节相同',
    different: '按留存的答复重算：有不同，指标定义已变',
    more: '按现行定义无法用留存的答复重算',
    changes: (changed: number, of: number) => `向数据源重新计算：${of} 项中 ${changed} 项不同`,
    change: ['指标', '留存', '现行定义', '现在', '原因'],
  },
  en: {
    list: ['Id', 'When', 'By', 'What'],
    marks: ['Records', 'As of', 'Given out', 'Rounded to', 'Answers', 'Left out'],
    none: 'Nothing is kept.',
    frozen: (entry: FrozenEntry, figures: number) =>
      `${entry.id}  ${entry.at}  ${entry.by}  ${figures} figures  SHA-256 ${entry.hash}`,
    same: 'Computed again from the frozen answers: the same bytes',
    different: 'Computed again from the frozen answers: not the same, the definitions have changed',
    more: 'Present definitions ask for more than the frozen answers hold',
    changes: (changed: number, of: number) => `Computed anew from the sources: ${changed} of ${of} differ`,
    change: ['Indicator', 'Frozen', 'By present definition', 'Now', 'Why'],
  },
} as const;

export async function freezeFigures(options: FreezeOptions): Promise<void> {
  const { area, period, indicator, by } = options;
  const request = {
    areas: area,
    periods: period.map(label => parsePeriod(label).label),
    ...(indicator === undefined ? {} : { indicators: indicator }),
  };
  await withStore(options, async ({ frozen }, county) => {
    const made = await withClient(county, options, client =>
      freeze(client, each => analyticsOfCounty(county, each), request, new Date()),
    );
    const title = `${area.join(' ')} ${request.periods.join(' ')} ${indicator?.join(' ') ?? ''}`.trim().slice(0, 255);
    const entry = await frozen.keep(JSON.stringify(made), { at: made.at, by, title });
    if (options.json)
      console.log(JSON.stringify({ ...entry, figures: made.figures.length, watermarks: made.watermarks }, null, 2));
    else printFrozen(entry, made, options.language);
  });
}

function printFrozen(entry: FrozenEntry, content: FrozenFigures, language: Language): void {
  console.log(frozenTable(entry, content, language));
}

function frozenTable(entry: FrozenEntry, { figures, watermarks }: FrozenFigures, language: Language): string {
  const { frozen } = words[language];
  return `${frozen(entry, figures.length)}\n\n${table(marks(watermarks, language))}`;
}

/** How far the sources went, a line for each type of record. */
function marks(watermarks: FrozenFigures['watermarks'], language: Language): string[][] {
  const types = Map.groupBy(watermarks, ({ type, asOf, profile, roundedTo }) =>
    [type, asOf ?? '—', profile ?? '—', roundedTo ?? ''].join('|'),
  );
  const lines = [...types].map(([key, answers]) => [
    ...key.split('|'),
    String(answers.length),
    String(Math.max(...answers.map(({ leftOut }) => leftOut))),
  ]);
  return [[...words[language].marks], ...lines];
}

export async function listFrozen(options: FiguresOptions): Promise<void> {
  await withStore(options, async ({ frozen }) => {
    const entries = await frozen.list();
    const { list, none } = words[options.language];
    if (options.json) console.log(JSON.stringify(entries, null, 2));
    else if (entries.length === 0) console.log(none);
    else console.log(table([[...list], ...entries.map(({ id, at, by, title }) => [id, at, by, title])]));
  });
}

async function opened<T>(
  id: string,
  options: FiguresOptions,
  use: (entry: FrozenEntry, content: FrozenFigures, county: County) => Promise<T> | T,
): Promise<T> {
  return withStore(options, async ({ frozen }, county) => {
    const { text, ...entry } = await frozen.open(id);
    return use(entry, JSON.parse(text) as FrozenFigures, county);
  });
}

export async function showFrozen(id: string, options: FiguresOptions & ReportOptions): Promise<void> {
  const { language } = options;
  await opened(id, options, async (entry, content, county) => {
    const catalogue = catalogueOfCounty(county);
    await writeReport(
      {
        json: { ...entry, ...content },
        table: () => `${frozenTable(entry, content, language)}\n\n${figureTable(content.figures, catalogue, language)}`,
        sheets: () => {
          const [figures, ...others] = figureSheets(content.figures, catalogue, language);
          return [figures, { name: '数据来源 Sources', rows: marks(content.watermarks, language) }, ...others];
        },
      },
      options,
    );
  });
}

/** Gives 1 where figures differ from those that were kept. */
export async function replayFrozen(id: string, options: FiguresOptions & AskingOptions): Promise<0 | 1> {
  return opened(id, options, async (entry, content, county) => {
    const make = (client: Parameters<typeof analyticsOfCounty>[1]) => analyticsOfCounty(county, client);
    const replayed = await withClient(county, options, client => replay(content, client, make, new Date()));
    if (options.json) console.log(JSON.stringify({ ...entry, ...replayed }, null, 2));
    else printReplay(entry, content, replayed, county, options.language);
    return replayed.sameBytes === true && replayed.changes.length === 0 ? 0 : 1;
  });
}

function printReplay(
  entry: FrozenEntry,
  content: FrozenFigures,
  replayed: Replay,
  county: County,
  language: Language,
): void {
  const { frozen, same, different, more, changes, change } = words[language];
  const { sameBytes } = replayed;
  console.log(frozen(entry, content.figures.length));
  console.log(sameBytes === null ? more : sameBytes ? same : different);
  console.log(changes(replayed.changes.length, replayed.figures));
  if (replayed.changes.length === 0) return;
  const catalogue = catalogueOfCounty(county);
  console.log(`\n${table([[...change], ...replayed.changes.map(each => changeLine(each, catalogue, language))])}`);
}

function changeLine(change: Change, catalogue: readonly Indicator[], language: Language): string[] {
  const { frozen, underPresentDefinition, now, causes } = change;
  const why = causes.map(({ cause, counts }) => {
    const told = counts.map(({ measure, frozen: then, now: present }) => `${measure} ${then} → ${present}`);
    return `${causeNames[cause][language]}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
  });
  const name = `${nameOf(frozen, catalogue, language)} ${frozen.area.name ?? frozen.area.code} ${frozen.period.label}`;
  return [
    name,
    valueOf(frozen, language),
    valueOf(underPresentDefinition, language),
    valueOf(now, language),
    why.join('; '),
  ];
}

function valueOf(figure: Figure | null, language: Language): string {
  if (figure === null || figure.value === null) return '—';
  const parts = figure.numerator === null ? '' : ` (${figure.numerator} / ${figure.denominator})`;
  return `${Number(figure.value.toFixed(3))} ${unitNames[figure.unit][language]}${parts}`;
}
