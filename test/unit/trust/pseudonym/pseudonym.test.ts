import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { fictionalNumber, oldNumber } from '../../../../lib/synthetic/identity-number.ts';
import {
  newPseudonymKeys,
  openPseudonym,
  Pseudonymiser,
  PseudonymIndex,
  readIdentityNumber,
  readPseudonymKeys,
  rotatePseudonymKeys,
  sealPseudonym,
  type PseudonymAlgorithm,
} from '../../../../lib/trust/pseudonym/index.ts';
import { Pseudonym } from '../../../../lib/trust/pseudonym/pseudonym.ts';

const now = new Date('2026-10-01T00:00:00Z');
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const aid = { type: 'JudicialAid', id: 'SFJZ2025000001', permit: 'P1' };
const number = fictionalNumber('19800102', 1);

describe('a resident identity number', () => {
  // The two examples of GB 11643-1999.
  test.each(['11010519491231002X', '440524188001010014'])('the example of the standard %s', example => {
    expect(readIdentityNumber(example)).toBe(example);
  });

  test.each([
    ['a small x', '11010519491231002x'],
    ['blanks', ' 110105 19491231 002X\t'],
    ['full width', '１１０１０５１９４９１２３１００２Ｘ'],
    ['an ideographic blank', '110105　19491231002X'],
    ['the 15 digits of before 1999', '110105491231002'],
  ])('in other spellings: %s', (_, written) => {
    expect(readIdentityNumber(written)).toBe('11010519491231002X');
  });

  test.each([
    ['nothing', ''],
    ['words', '不详'],
    ['another check digit', '110105194912310021'],
    ['two digits exchanged', '11010519492131002X'],
    ['a day that no calendar has', '11010519490231002X'],
    ['17 digits', '11010519491231002'],
    ['19 digits', '11010519491231002X1'],
    ['15 digits with such a day', '110105490231002'],
    ['zeros', '000000000000000000'],
  ])('not read: %s', (_, written) => {
    expect(readIdentityNumber(written)).toBeUndefined();
  });

  test('the numbers of the synthetic county are such numbers', () => {
    expect(readIdentityNumber(number)).toBe(number);
    expect(readIdentityNumber(oldNumber(number))).toBe(number);
  });
});

describe.each<PseudonymAlgorithm>(['HMAC-SHA-256', 'HMAC-SM3'])('pseudonyms by %s', algorithm => {
  const keys = newPseudonymKeys('judicial-aid-assistance', algorithm, now);
  const by = new Pseudonymiser(keys);
  const textOf = (who: Pseudonymiser, written: string, at = now): string => {
    const pseudonym = who.current(written, at);
    return pseudonym ? Pseudonym.textOf(pseudonym) : 'none';
  };

  test('are the HMAC of purpose, epoch and number', () => {
    const hash = algorithm === 'HMAC-SM3' ? 'sm3' : 'sha256';
    const hmac = createHmac(hash, Buffer.from(keys.epochs[0]?.key ?? '', 'base64'));
    expect(textOf(by, number)).toBe(`1/${hmac.update(`judicial-aid-assistance\0${1}\0${number}`).digest('base64url')}`);
  });

  test('are the same for every spelling of a number, and none for what is no number', () => {
    expect(textOf(by, ` ${oldNumber(number)} `)).toBe(textOf(by, number));
    expect(textOf(by, fictionalNumber('19800102', 2))).not.toBe(textOf(by, number));
    expect(textOf(by, '不详')).toBe('none');
  });

  test('of one purpose are useless for another, even under the same key', () => {
    const other = { ...keys, purpose: 'audit' };
    expect(textOf(new Pseudonymiser(other), number)).not.toBe(textOf(by, number));
    const index = new PseudonymIndex(new Pseudonymiser(other), now);
    index.add('JZ1', number);
    expect(index.find(by.current(number, now) as Pseudonym)).toEqual([]);
    const sealed = sealPseudonym(keys, by.current(number, now), aid, now) ?? '';
    expect(openPseudonym(other, sealed, aid, now)).toBe('FOREIGN');
    expect(openPseudonym(newPseudonymKeys(keys.purpose, algorithm, now), sealed, aid, now)).toBe('FOREIGN');
  });

  test('change with the epoch; for a week both are known', () => {
    const rotated = rotatePseudonymKeys(keys, later(1), now);
    const both = new Pseudonymiser(rotated);
    expect(textOf(both, number)).toBe(textOf(by, number));
    expect(textOf(both, number, later(2))).toMatch(/^2\//);
    expect(both.all(number, later(2))).toHaveLength(2);
    expect(both.all(number, later(9))).toHaveLength(1);
    const index = new PseudonymIndex(both, later(2));
    index.add('JZ1', number);
    // A question that was on its way when the epoch changed.
    expect(index.find(by.current(number, now) as Pseudonym)).toEqual(['JZ1']);
    expect(textOf(by, number, later(98))).toBe('none');
    expect(rotatePseudonymKeys(rotated, later(91), later(91)).epochs.map(({ epoch }) => epoch)).toEqual([2, 3]);
  });

  test('show in no text', () => {
    const pseudonym = by.current(number, now) as Pseudonym;
    const secret = Pseudonym.textOf(pseudonym).slice(2);
    for (const text of [JSON.stringify({ pseudonym }), String(pseudonym), inspect(pseudonym, { showHidden: true })])
      expect(text).not.toContain(secret);
  });

  test('travel sealed: unlike each time, of one length, for one case, one permit and one minute', () => {
    const seal = (matter = aid, at = now): string => sealPseudonym(keys, by.current(number, at), matter, at) ?? '';
    const sealed = seal();
    expect(seal()).not.toBe(sealed);
    const unreadable = sealPseudonym(keys, undefined, aid, now) ?? '';
    expect(unreadable).toHaveLength(sealed.length);
    const text = Pseudonym.textOf(by.current(number, now) as Pseudonym).slice(2);
    expect(sealed + Buffer.from(sealed.slice(2), 'base64url').toString('latin1')).not.toContain(text);
    const opened = openPseudonym(keys, sealed, aid, now);
    expect(typeof opened === 'object' && opened.pseudonym && Pseudonym.textOf(opened.pseudonym)).toBe(
      textOf(by, number),
    );
    expect(openPseudonym(keys, unreadable, aid, now)).toEqual({});
    expect(openPseudonym(keys, sealed, { ...aid, id: 'SFJZ2025000002' }, now)).toBe('FOREIGN');
    expect(openPseudonym(keys, sealed, { ...aid, permit: 'P2' }, now)).toBe('FOREIGN');
    expect(openPseudonym(keys, sealed, { ...aid, type: 'AssistanceCase' }, now)).toBe('FOREIGN');
    expect(openPseudonym(keys, sealed, aid, new Date(now.getTime() + 61_000))).toBe('EXPIRED');
    expect(openPseudonym(keys, '1.', aid, now)).toBe('FOREIGN');
    expect(openPseudonym(keys, number, aid, now)).toBe('FOREIGN');
  });

  test('sealed, are refused with any byte changed', () => {
    const sealed = sealPseudonym(keys, by.current(number, now), aid, now) ?? '';
    const bytes = Buffer.from(sealed.slice(2), 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(openPseudonym(keys, `1.${changed.toString('base64url')}`, aid, now)).toBe('FOREIGN');
    }
  });
});

test.each([
  ['no JSON', 'key'],
  ['null', 'null'],
  ['no epochs', '{"purpose":"p","algorithm":"HMAC-SM3","epochs":[]}'],
  [
    'a short key',
    '{"purpose":"p","algorithm":"HMAC-SM3","epochs":[{"epoch":1,"key":"c2hvcnQ=","from":"2026-01-01","until":"2027-01-01"}]}',
  ],
  ['another algorithm', JSON.stringify({ ...newPseudonymKeys('p', 'HMAC-SM3', now), algorithm: 'MD5' })],
])('a key file with %s is refused without a word of what is in it', (_, text) => {
  expect(() => readPseudonymKeys(text, 'aid.keys')).toThrow(
    expect.objectContaining({
      code: 'BAD_PSEUDONYM_KEYS',
      message:
        'Expected a key file of pseudonyms in aid.keys, got something else; make one with countygraph keys pseudonym, and give the same to both departments.',
    }) as Error,
  );
});

test('a key file is read as it was made', () => {
  const keys = newPseudonymKeys('p', 'HMAC-SM3', now);
  expect(readPseudonymKeys(JSON.stringify(keys), 'x')).toEqual(keys);
});
