import { dictionary, type Role, type Sense } from './dictionary.ts';

/** A part of a name that the dictionary knows, with all that it can mean. */
export interface Segment {
  readonly text: string;
  readonly senses: readonly Sense[];
}

/** One way of reading a name or comment. `cost` is 0 for the plainest. */
export interface Reading {
  readonly segments: readonly Segment[];
  readonly cost: number;
}

const han = /\p{Script=Han}+/gu;

/** The runs of Chinese characters in a text. */
export function chineseIn(text: string): string[] {
  return text.match(han) ?? [];
}

/** Chinese words, the longest first; what the dictionary does not know is passed over. */
function segmentChinese(text: string): Segment[] {
  const { zh, longest } = dictionary();
  const segments: Segment[] = [];
  for (let at = 0; at < text.length;) {
    let length = Math.min(longest.zh, text.length - at);
    while (length > 0 && !zh.has(text.slice(at, at + length))) length -= 1;
    const word = text.slice(at, at + length);
    if (length > 0) segments.push({ text: word, senses: zh.get(word) ?? [] });
    at += Math.max(1, length);
  }
  return segments;
}

/** What a comment says, without what it lists: '处理状态（0：未处理）' is 处理状态. */
export function readComment(comment: string): Reading | undefined {
  const [head = ''] = comment.trim().split(/[\s(（[【:：,，;；。/]|\d+\s*[-:：=]/u);
  const segments = chineseIn(head).flatMap(segmentChinese);
  return segments.length > 0 ? { segments, cost: 0 } : undefined;
}

/** Long initials are rarely chance; a letter alone often is. */
function wordCost(letters: number): number {
  return [0, 1.4, 0.7, 0.5, 0.4][letters] ?? 0.4;
}

const unknownCost = 1.5;
/** Dearer than this and half a letter each, initials are found in anything. */
const noise = 0.7;
const most = 40;

/** Pinyin initials as words: 'larq' is 立案 日期. The cheapest few of all ways to cut them. */
export function segmentPinyin(letters: string): Reading[] {
  const { pinyin, longest } = dictionary();
  const upTo: Reading[][] = [[{ segments: [], cost: 0 }]];
  for (let end = 1; end <= letters.length; end += 1) {
    const found: Reading[] = [];
    for (let begin = Math.max(0, end - longest.pinyin); begin < end; begin += 1) {
      const text = letters.slice(begin, end);
      const senses = pinyin.get(text) ?? [];
      if (senses.length === 0 && text.length > 1) continue;
      const cost = senses.length > 0 ? wordCost(text.length) : unknownCost;
      for (const before of upTo[begin] ?? [])
        found.push({
          segments: senses.length > 0 ? [...before.segments, { text, senses }] : before.segments,
          cost: before.cost + cost,
        });
    }
    upTo.push(found.toSorted((a, b) => a.cost - b.cost).slice(0, most));
  }
  const readings = (upTo[letters.length] ?? []).filter(
    reading => reading.segments.length > 0 && reading.cost <= noise + letters.length * 0.5,
  );
  const best = readings[0]?.cost ?? 0;
  return readings.filter(r => r.cost <= best + 1).map(r => ({ segments: r.segments, cost: r.cost - best }));
}

/** The parts of a name: 'create_by' and 'createBy' are create, by. Digits at the end do not count. */
export function partsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .split(/[^\p{L}]+/u)
    .filter(part => part !== '' && !/^(t|tb|tbl|v|vw|view)$/i.test(part))
    .map(part => part.toLowerCase());
}

/** English words, two parts taken as one where the dictionary has them so; undefined where it has none. */
function english(parts: readonly string[], at: number): { segment: Segment; parts: number } | undefined {
  const { en } = dictionary();
  for (const length of [3, 2, 1]) {
    if (at + length > parts.length) continue;
    const text = parts.slice(at, at + length).join('');
    const senses = en.get(text) ?? en.get(text.replace(/s$/, '')) ?? en.get(`${text}s`);
    if (senses) return { segment: { text, senses }, parts: length };
  }
  return undefined;
}

function readPart(parts: readonly string[], at: number): { readings: Reading[]; parts: number } {
  const part = parts[at] ?? '';
  if (/\p{Script=Han}/u.test(part)) return { readings: [{ segments: segmentChinese(part), cost: 0 }], parts: 1 };
  const word = english(parts, at);
  // 'by' is a word of English and the initials of 备用.
  const initials = word === undefined || (word.parts === 1 && part.length <= 2) ? segmentPinyin(part) : [];
  const readings = [...(word ? [{ segments: [word.segment], cost: 0 }] : []), ...initials];
  return { readings: readings.length > 0 ? readings : [{ segments: [], cost: 0 }], parts: word?.parts ?? 1 };
}

/** The ways a table's or column's name can be read, the plainest first. */
export function readName(name: string): Reading[] {
  const parts = partsOf(name);
  let readings: Reading[] = [{ segments: [], cost: 0 }];
  for (let at = 0; at < parts.length;) {
    const next = readPart(parts, at);
    readings = readings
      .flatMap(before =>
        next.readings.map(r => ({ segments: [...before.segments, ...r.segments], cost: before.cost + r.cost })),
      )
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, most);
    at += next.parts;
  }
  return readings;
}

/** How a name reads in Chinese words; initials that can be many things stay as they are. */
export function spoken(reading: Reading): string {
  return reading.segments
    .map(({ text, senses }) => {
      const person = senses.find(sense => sense.role === 'person');
      return person?.zh ?? (senses.length < 3 ? senses[0]?.zh : undefined) ?? text;
    })
    .join('');
}

/** What a name or comment makes of a column: the roles that its last word can have. */
export function rolesOf(reading: Reading): ReadonlySet<Role> {
  const last = reading.segments.at(-1);
  return new Set(last?.senses.flatMap(sense => sense.role ?? []));
}
