import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Demo, DemoIdentity } from '../../kernel/county.ts';
import { invariant } from '../../kernel/coded-error.ts';
import type { Caller } from '../caller.ts';
import { type TokenIssuer, endOf } from '../token/token-issuer.ts';
import { verifyWith } from '../token/verify-with.ts';

/** `iss` and `aud` of its tokens. */
const [name, audience] = ['countygraph-demo', 'countygraph'];

/** How long a token lasts, in seconds. */
const life = 600;

export interface DemoToken {
  readonly token: string;
  /** Seconds until it ends. */
  readonly expiresIn: number;
}

/** Gives tokens of made-up people to whoever asks: for a demonstration on this machine. */
export interface DemoIssuer extends TokenIssuer {
  readonly demo: Demo;
  /** Who asks without a token. */
  readonly anonymous: Caller;
  /** Undefined for an id that is not in the list. */
  mint(id: string): Promise<DemoToken | undefined>;
}

function callerOf({ id, roles, department, areas = [], purposes = [] }: DemoIdentity): Caller {
  const more = department === undefined ? {} : { department };
  return { identity: { subject: `demo/${id}`, roles, areas, scopes: [], ...more }, purposes };
}

/** Who asks at a demonstration without saying who he is. */
export function defaultDemoCaller(demo: Demo): Caller {
  const found = demo.identities.find(({ id }) => id === demo.default);
  invariant(found, 'a default among the demo identities');
  return callerOf(found);
}

/** Its key is made anew at each start and never leaves the process. */
export function demoIssuer(demo: Demo): DemoIssuer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const callers = new Map(demo.identities.map(one => [one.id, callerOf(one)]));
  const rules = { issuer: name, audience, algorithms: ['EdDSA'], requiredClaims: ['sub'] };
  return {
    name,
    demo,
    anonymous: defaultDemoCaller(demo),
    async mint(id) {
      if (!callers.has(id)) return undefined;
      const unsigned = new SignJWT({ sub: id }).setProtectedHeader({ alg: 'EdDSA' }).setIssuer(name);
      const token = await unsigned.setAudience(audience).setIssuedAt().setExpirationTime(`${life}s`).sign(privateKey);
      return { token, expiresIn: life };
    },
    async verify(token) {
      const payload = await verifyWith(token, publicKey, rules);
      const caller = callers.get(payload.sub ?? '');
      invariant(caller, 'tokens of the listed identities only');
      return { caller, end: endOf(payload, 0) };
    },
  };
}
