import { recordTypes, type Indicator, type Part, type Term } from '../indicators/index.ts';
import type { County } from '../kernel/county.ts';
import type { Text } from '../kernel/text.ts';
import { fieldsOf, startOf, type Measure, type UsableRows } from '../source/index.ts';
import type { Opened } from './check-department.ts';
import type { IndicatorReport } from './report.ts';
import { grouped } from './sentences.ts';

/** Why a measure cannot be computed; null where its department was not checked. */
type Hindrance = Text | null;

/** `CourtCase` of `courtCase`. */
function typeName(type: Term['type']): string {
  return `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}

/** Fields that must have values for the measure to mean anything: its dates, amount and conditions. */
function needed(measure: Measure): string[] {
  const ends =
    measure.kind === 'cohort'
      ? [measure.reached, measure.due]
      : measure.kind === 'durations'
        ? [measure.to]
        : measure.kind === 'sum'
          ? [measure.of]
          : measure.kind === 'stock'
            ? [measure.sum]
            : [];
  return [startOf(measure), ...ends.filter(field => field !== undefined), ...measure.where.map(({ field }) => field)];
}

function hindranceOfRows({ types, model, findings }: Opened, type: string, measure: string): Hindrance | undefined {
  const quality = types[type];
  const fault = findings.find(each => each.severity === 'error' && each.type === type && each.field === null);
  if (!quality) return fault?.sentence ?? { zh: `没有 ${type} 的映射`, en: `${type} has no mapping` };
  if (quality.notKept !== null) return { zh: quality.notKept, en: quality.notKept };
  const declared = model?.records.get(type)?.measures.get(measure);
  if (!declared) return { zh: `模式中没有指标量 ${type}.${measure}`, en: `the schema declares no ${type}.${measure}` };
  if (quality.counted === 0) return { zh: `${type} 没有数据`, en: `${type} has no rows` };
  const fieldOf = (name: string) => quality.fields.find(({ field }) => field === name);
  for (const name of fieldsOf(declared)) {
    const reason = fieldOf(name)?.notKept;
    if (typeof reason === 'string') return { zh: `${reason}(${type}.${name})`, en: `${reason} (${type}.${name})` };
  }
  const empty = needed(declared).find(name => fieldOf(name)?.readable === 0);
  if (empty === undefined) return undefined;
  return { zh: `没有一行 ${type}.${empty} 可以识别`, en: `no row has a readable ${type}.${empty}` };
}

function hindranceOf(county: County, opened: readonly Opened[], { type, measure }: Term): Hindrance | undefined {
  const { department } = recordTypes[type];
  const source = opened.find(({ candidate }) => candidate.id === department);
  if (!source) {
    if (county.departments.some(({ id }) => id === department)) return null;
    return { zh: `本县没有部门 ${department}`, en: `the county has no department ${department}` };
  }
  if (!source.examination) {
    const fault = source.findings[0]?.sentence.en ?? '';
    return {
      zh: `部门 ${department} 无法打开：${fault}`,
      en: `the department ${department} cannot be opened: ${fault}`,
    };
  }
  return hindranceOfRows(source, typeName(type), measure);
}

function lostShare({ rows, unusable }: UsableRows): number {
  return rows === 0 ? 0 : unusable / rows;
}

/** Of several measures, the one that loses the largest share of its rows. */
function worst(usable: readonly UsableRows[]): UsableRows | undefined {
  return usable.toSorted((a, b) => lostShare(b) - lostShare(a))[0];
}

/** `12 of 3,400 rows (0.4 %) cannot be used`. */
function loss(at: UsableRows | undefined): Text {
  const [rows, unusable] = [at?.rows ?? 0, at?.unusable ?? 0];
  const percent = rows === 0 ? '0 %' : `${((unusable / rows) * 100).toFixed(1)} %`;
  return {
    zh: `${grouped(rows)} 行中 ${grouped(unusable)} 行(${percent})无法使用`,
    en: `${grouped(unusable)} of ${grouped(rows)} rows (${percent}) cannot be used`,
  };
}

function sentenceOf(status: IndicatorReport['status'], name: Text, lost: Text, why: Text): Text {
  switch (status) {
    case 'unchecked':
      return { zh: `${name.zh}：相关部门未参与核对`, en: `${name.en}: rests on a department that was not checked` };
    case 'not_computable':
      return { zh: `${name.zh}：不可计算，${why.zh}`, en: `${name.en}: not computable, ${why.en}` };
    case 'partly':
      return {
        zh: `${name.zh}：部分可计算，${lost.zh}；其余不可计算，${why.zh}`,
        en: `${name.en}: computable in part, ${lost.en}; the rest is not, ${why.en}`,
      };
    case 'computable':
      return { zh: `${name.zh}：可计算，${lost.zh}`, en: `${name.en}: computable, ${lost.en}` };
  }
}

/** Reasons in one sentence, each once. */
function joined(reasons: readonly Text[]): Text {
  const once = [...new Map(reasons.map(reason => [reason.en, reason])).values()];
  return { zh: once.map(({ zh }) => zh).join('；'), en: once.map(({ en }) => en).join('; ') };
}

function statusOf(hindrances: readonly (readonly (Hindrance | undefined)[])[]): IndicatorReport['status'] {
  if (hindrances.flat().includes(null)) return 'unchecked';
  const free = hindrances.filter(each => each.every(reason => reason === undefined));
  if (free.length === 0) return 'not_computable';
  return free.length === hindrances.length ? 'computable' : 'partly';
}

function report(
  county: County,
  opened: readonly Opened[],
  { id, name, forms }: Indicator,
  usable: ReadonlyMap<string, UsableRows>,
): IndicatorReport {
  const parts: Part[] = forms.flatMap(form => [...form.parts]);
  const hindrances = parts.map(({ formula }) => formula.terms.map(term => hindranceOf(county, opened, term)));
  const status = statusOf(hindrances);
  const computed = parts.filter((_, i) => hindrances[i]?.every(reason => reason === undefined));
  const terms = status === 'unchecked' ? [] : computed.flatMap(({ formula }) => formula.terms);
  const at = worst(terms.flatMap(({ type, measure }) => usable.get(`${type} ${measure}`) ?? []));
  const why = joined(hindrances.flat().filter(reason => reason !== undefined && reason !== null));
  const sentence = sentenceOf(status, name, loss(at), why);
  return { id, name, status, rows: at?.rows ?? null, unusable: at?.unusable ?? null, sentence };
}

/** Rows that each measure of the catalogue can use. One statement a type. */
async function usableOf(
  county: County,
  opened: readonly Opened[],
  terms: readonly Term[],
): Promise<Map<string, UsableRows>> {
  const found = new Map<string, UsableRows>();
  for (const [type, asked] of Map.groupBy(terms, term => term.type)) {
    const source = opened.find(({ candidate }) => candidate.id === recordTypes[type].department);
    const measures = [
      ...new Set(asked.filter(term => hindranceOf(county, opened, term) === undefined).map(t => t.measure)),
    ];
    if (!source?.examination || measures.length === 0) continue;
    for (const usable of await source.examination.usable(typeName(type), measures, county.data.asOf))
      found.set(`${type} ${usable.measure}`, usable);
  }
  return found;
}

/** Which indicators can be computed from the departments that were checked, and why others cannot. */
export async function computable(
  county: County,
  opened: readonly Opened[],
  definitions: readonly Indicator[],
): Promise<IndicatorReport[]> {
  const terms = definitions.flatMap(({ forms }) =>
    forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms)),
  );
  const usable = await usableOf(county, opened, terms);
  return definitions.map(definition => report(county, opened, definition, usable));
}
