import { canaryWords } from '../../lib/synthetic/canaries.ts';
import { readIdentityNumber } from '../../lib/trust/pseudonym/identity-number.ts';

/** What of a canary was met, and in what spelling. */
export interface Hit {
  readonly mark: 'name' | 'number' | 'phone';
  readonly spelling: string;
  /** Where in the text, in bytes. */
  readonly at: number;
}

/** All canaries' numbers begin so: the county's area, and births that nobody else has. */
const numberMark = '3301991901';

/** GBK of two characters, by asking the decoder, which is all that Node has. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytesOf = (character: string): [number, number] => {
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++)
        if (decoder.decode(Uint8Array.of(high, low)) === character) return [high, low];
    throw new Error(`${character} is not in GBK`);
  };
  return Buffer.from([...text].flatMap(bytesOf));
}

/** What base64 makes of a text that stands somewhere in a longer one: for each of three places, the signs that do not depend on the rest. */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].map(before => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const from = Math.ceil((before * 8) / 6);
    const until = Math.floor(((before + bytes.length) * 8) / 6);
    return encoded.slice(from, until);
  });
}

function urlSafe(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

function fullWidth(text: string): string {
  return text.replaceAll(/\d/g, digit => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
}

interface Needle extends Omit<Hit, 'at'> {
  readonly bytes: Buffer;
}

function needlesOf(mark: Hit['mark'], text: string): Needle[] {
  const bytes = Buffer.from(text);
  const forms: [string, string | Buffer][] = [
    ...[...new Set(base64Forms(text).flatMap(form => [form, urlSafe(form)]))].map((form): [string, string] => [
      'base64',
      form,
    ]),
    ['hex', bytes.toString('hex')],
    ['hex', bytes.toString('hex').toUpperCase()],
    ['utf-16', Buffer.from(text, 'utf16le')],
  ];
  if (mark !== 'name') return [...forms, ['full width', fullWidth(text)] as const].map(needle(mark));
  const escaped = [...text].map(sign => `\\u${sign.charCodeAt(0).toString(16)}`).join('');
  return [
    ...forms,
    ['as it is', text] as const,
    ['JSON escape', escaped] as const,
    ['JSON escape', escaped.toUpperCase().replaceAll('\\U', '\\u')] as const,
    ['percent', encodeURIComponent(text)] as const,
    ['percent', encodeURIComponent(text).toLowerCase()] as const,
    ['gbk', gbk(text)] as const,
  ].map(needle(mark));
}

function needle(mark: Hit['mark']): (form: readonly [string, string | Buffer]) => Needle {
  return ([spelling, form]) => ({ mark, spelling, bytes: Buffer.from(form) });
}

const needles: readonly Needle[] = [
  ...needlesOf('name', canaryWords.name),
  ...needlesOf('phone', canaryWords.phone),
  ...needlesOf('number', numberMark),
];

/** Any identity number of the county, canary or not: nothing else has its form, a real day and the right check digit. */
const numberForm = /(?<![0-9])330199(?:19|20)\d{9}[0-9Xx](?![0-9])/g;
const phoneForm = new RegExp(`(?<![0-9])${canaryWords.phone}\\d{4}(?![0-9])`, 'g');

/** Canaries, and identity numbers of the county, in some bytes: as they are and in the spellings of programs. */
export function findMarks(bytes: Buffer): Hit[] {
  const hits: Hit[] = [];
  for (const { mark, spelling, bytes: form } of needles) {
    const at = bytes.indexOf(form);
    if (at >= 0) hits.push({ mark, spelling, at });
  }
  const text = bytes.toString('latin1');
  if (text.includes('330199'))
    for (const match of text.matchAll(numberForm))
      if (readIdentityNumber(match[0]) !== undefined)
        hits.push({ mark: 'number', spelling: 'as it is', at: match.index });
  if (text.includes(canaryWords.phone))
    for (const match of text.matchAll(phoneForm)) hits.push({ mark: 'phone', spelling: 'as it is', at: match.index });
  return hits;
}
