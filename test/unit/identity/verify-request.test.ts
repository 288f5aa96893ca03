import { expect, test } from 'vitest';
import { makeKeyPair, requestSigner, requestVerifier, signatureHeader } from '../../../lib/identity/index.ts';
import type { CodedError } from '../../../lib/kernel/coded-error.ts';

const { signing, verifying } = makeKeyPair();
const parts = { method: 'POST', path: '/', body: '{}', identity: '' };

/** A gateway and a department whose clocks the test sets. */
function pair(options: { skew?: number; mostNonces?: number } = {}) {
  const clock = { gateway: 1_800_000_000_000, department: 1_800_000_000_000 };
  const sign = requestSigner(signing, 'grid', () => clock.gateway);
  const verify = requestVerifier({ department: 'grid', keys: [verifying], now: () => clock.department, ...options });
  const codeOf = (signature: string | undefined): string => {
    try {
      verify(parts, signature);
      return 'taken';
    } catch (error) {
      return (error as CodedError).code;
    }
  };
  return { clock, codeOf, signature: () => sign(parts)[signatureHeader]! };
}

test('a department without keys does not start', () => {
  expect(() => requestVerifier({ department: 'grid', keys: [] })).toThrow(
    expect.objectContaining({ code: 'GATEWAY_KEY_MISSING' }),
  );
});

test.each([undefined, 5_000])('a request is good for the skew and no longer (%s)', skew => {
  const { clock, codeOf, signature } = pair(skew === undefined ? {} : { skew });
  clock.gateway += 1_000;
  const [first, second] = [signature(), signature()];
  clock.department = clock.gateway + (skew ?? 60_000);
  expect(codeOf(first)).toBe('taken');
  clock.department += 1;
  expect(codeOf(second)).toBe('REQUEST_EXPIRED');
});

test('a request of a clock ahead is remembered until it is too old', () => {
  const { clock, codeOf, signature } = pair();
  clock.gateway += 60_000;
  const captured = signature();
  expect(codeOf(captured)).toBe('taken');
  for (let passed = 0; passed < 200; passed += 1) {
    clock.department += 1_000;
    clock.gateway += 1_000;
    expect(codeOf(signature())).toBe('taken');
    expect(codeOf(captured)).toBe(passed < 120 ? 'REQUEST_REPLAYED' : 'REQUEST_EXPIRED');
  }
});

test('what was signed before the department started is too old: nobody knows what was taken then', () => {
  const { clock, codeOf, signature } = pair();
  clock.gateway -= 1;
  expect(codeOf(signature())).toBe('REQUEST_EXPIRED');
});

test('more requests than are remembered: no copy of any is taken, and new ones are', () => {
  const { clock, codeOf, signature } = pair({ mostNonces: 100 });
  const captured: string[] = [];
  let refused = 0;
  for (let count = 0; count < 2_000; count += 1) {
    clock.gateway = clock.department += 100;
    captured.push(signature());
    if (codeOf(captured.at(-1)) !== 'taken') refused += 1;
  }
  expect(refused).toBeLessThan(1_000);
  expect(new Set(captured.map(codeOf))).toEqual(new Set(['REQUEST_REPLAYED', 'REQUEST_EXPIRED']));
  clock.gateway = clock.department += 60_000;
  expect(codeOf(signature())).toBe('taken');
});
