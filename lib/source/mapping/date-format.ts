type Part = 'yyyy' | 'MM' | 'dd' | 'HH' | 'hh' | 'mm' | 'ss' | 'a' | 'X';

/** A piece of a date as it is written: a part at its place, or a mark. */
export type DatePiece = { readonly at: number; readonly part: Part } | { readonly at: number; readonly mark: string };

/** A format taken apart. Places count from 1, after lone digits are padded. */
export interface ParsedFormat {
  readonly pieces: readonly DatePiece[];
  /** Characters in all, without an offset at the end. */
  readonly length: number;
  /** Whether days and hours may be written with one digit. */
  readonly loneDigits: boolean;
  readonly hasTime: boolean;
  /** Whether it ends in an offset such as +08 or Z. */
  readonly offset: boolean;
  /** Whether the order of such texts is the order of time, so that an index on the column can serve. */
  readonly ordered: boolean;
}

/** Formats that editors offer; any other of the same parts is understood too. */
export const commonFormats = [
  'native',
  'epoch-seconds',
  'epoch-milliseconds',
  'yyyy',
  'yyyyMM',
  'yyyyMMdd',
  'yyyyMMddHHmm',
  'yyyyMMddHHmmss',
  'yyyy-MM-dd',
  'yyyy-M-d',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm:ssX',
  'yyyy-MM-ddTHH:mm:ss',
  'yyyy/MM/dd',
  'yyyy/M/d',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy.MM.dd',
  'yyyy年MM月dd日',
  'yyyy年M月d日',
  'M/d/yyyy',
  'M/d/yyyy h:mm:ss a',
  'MM/dd/yyyy hh:mm:ss a',
] as const;

export const namedFormats: ReadonlySet<string> = new Set(['native', 'epoch-seconds', 'epoch-milliseconds']);

const token = /yyyy|MM|M|dd|d|HH|H|hh|h|mm|ss|a|X|[^A-Za-z0-9?\\]|T/y;
const long: Record<string, Part> = { M: 'MM', d: 'dd', H: 'HH', h: 'hh' };
const widths: Record<Part, number> = { yyyy: 4, MM: 2, dd: 2, HH: 2, hh: 2, mm: 2, ss: 2, a: 2, X: 0 };
const ascending: readonly string[] = ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss'];

function isPart(text: string): text is Part {
  return text in widths;
}

/** Takes a format apart; undefined when it is none: a part unknown, twice or missing. */
export function parseFormat(format: string): ParsedFormat | undefined {
  const pieces: DatePiece[] = [];
  let [at, loneDigits] = [1, false];
  token.lastIndex = 0;
  while (token.lastIndex < format.length) {
    const [found] = token.exec(format) ?? [];
    if (found === undefined) return undefined;
    loneDigits ||= found in long;
    const part = long[found] ?? found;
    pieces.push(isPart(part) ? { at, part } : { at, mark: found });
    at += isPart(part) ? widths[part] : 1;
  }
  const parts = pieces.flatMap(piece => ('part' in piece ? [piece.part] : []));
  const has = (part: Part): boolean => parts.includes(part);
  const last = pieces.at(-1);
  const right =
    new Set(parts).size === parts.length &&
    has('yyyy') &&
    (!has('dd') || has('MM')) &&
    (has('dd') || !(has('HH') || has('hh'))) &&
    !(has('HH') && has('hh')) &&
    has('hh') === has('a') &&
    (!has('mm') || has('HH') || has('hh')) &&
    (!has('ss') || has('mm')) &&
    (!has('X') || (last !== undefined && 'part' in last && last.part === 'X'));
  if (!right) return undefined;
  const hasTime = has('HH') || has('hh');
  return {
    pieces,
    length: at - 1,
    loneDigits,
    hasTime,
    offset: has('X'),
    ordered: !loneDigits && has('dd') && parts.every((part, i) => part === ascending[i]),
  };
}

/** A moment yyyy-MM-dd HH:mm:ss as an ordered format spells it. */
export function spell(format: ParsedFormat, iso: string): string {
  const start: Record<string, number> = { yyyy: 0, MM: 5, dd: 8, HH: 11, mm: 14, ss: 17 };
  return format.pieces
    .map(piece =>
      'mark' in piece ? piece.mark : iso.slice(start[piece.part], (start[piece.part] ?? 0) + widths[piece.part]),
    )
    .join('');
}
