import { randomBytes, sign } from 'node:crypto';
import type { RequestKey } from './request-keys.ts';
import { type SignedParts, signedText, writeSignature } from './signed-text.ts';

/** Header of the identity that a request is made for. */
export const identityHeader = 'countygraph-identity';

/** Header of the gateway's signature. */
export const signatureHeader = 'countygraph-signature';

/** Signs requests to one department. Each call gives another signature, also for the same request. */
export type SignRequest = (parts: Omit<SignedParts, 'department'>) => Readonly<Record<string, string>>;

/** `key`: the gateway's private one. `department`: the id of the department that is asked. `now`: for a clock other than the machine's. */
export function requestSigner({ id, key }: RequestKey, department: string, now: () => number = Date.now): SignRequest {
  return parts => {
    const stamp = { key: id, time: now(), nonce: randomBytes(16).toString('base64url') };
    const signature = sign(null, signedText({ ...parts, department }, stamp), key);
    return { [signatureHeader]: writeSignature(stamp, signature) };
  };
}
