import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '../../../../lib/trust/ledger/canonical-json.ts';
import { isSignedBy, makeKeyPair, signText } from '../../../../lib/trust/ledger/signing.ts';

describe.each(['ed25519', 'sm2'] as const)('signatures with %s', algorithm => {
  test('hold for their text and key alone', () => {
    const [keys, others] = [makeKeyPair(algorithm), makeKeyPair(algorithm)];
    const signature = signText(keys, '审计台账');
    expect(isSignedBy(keys, '审计台账', signature)).toBe(true);
    expect(isSignedBy(keys, '审计台帐', signature)).toBe(false);
    expect(isSignedBy(others, '审计台账', signature)).toBe(false);
    for (const other of ['', 'zz', '00'.repeat(64), signature.slice(2)])
      expect(isSignedBy(keys, '审计台账', other)).toBe(false);
    expect(isSignedBy({ algorithm, key: '' }, '审计台账', signature)).toBe(false);
  });
});

test('SM2 takes the signature of GM/T 0003.5-2012, A.2, whose user id is the standard one', () => {
  const key =
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
  const [r, s] = [
    '00f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
    '00b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  ];
  const der = `30460221${r}0221${s}`;
  expect(isSignedBy({ algorithm: 'sm2', key }, 'message digest', der)).toBe(true);
  expect(isSignedBy({ algorithm: 'sm2', key }, 'message digests', der)).toBe(false);
});

describe('canonical JSON', () => {
  test('is the text of RFC 8785, 3.2.3: names by their UTF-16 units', () => {
    const value = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}');
  });

  test('leaves out what is undefined, and prints numbers as ECMAScript does', () => {
    expect(canonicalJson({ b: [1e21, 0.000001, -0, true, null], a: undefined })).toBe(
      '{"b":[1e+21,0.000001,0,true,null]}',
    );
  });

  test('is read again as it was written, whatever a caller sends', () => {
    const text = canonicalJson({ subject: 'a\ud800\n"\\\u2028' });
    expect(canonicalJson(JSON.parse(text) as { subject: string })).toBe(text);
    expect(Buffer.from(text).toString()).toBe(text);
  });
});

test('canonical JSON is the same by the engine as by hand, for any record', () => {
  const value = fc.letrec<{ json: Json }>(tie => ({
    json: fc.oneof(
      { maxDepth: 3 },
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\ud800', '\udc00b'),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', '1', '10', '9')), tie('json'), { maxKeys: 5 }),
    ) as fc.Arbitrary<Json>,
  })).json;
  fc.assert(
    fc.property(value, json => {
      expect(canonicalJson(json)).toBe(byHand(json));
    }),
    { numRuns: 500 },
  );
});

/** RFC 8785 word for word, with U+FFFD for half surrogates. */
function byHand(json: Json): string {
  if (typeof json === 'string') return JSON.stringify(json.toWellFormed());
  if (json === null || typeof json !== 'object') return JSON.stringify(json);
  if (Array.isArray(json)) return `[${json.map(byHand).join()}]`;
  const members = Object.entries(json as Record<string, Json>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${byHand(name)}:${byHand(member)}`).join()}}`;
}
