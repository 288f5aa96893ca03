import { verify } from 'node:crypto';
import { type CodedError, callerError, operatorError } from '../../kernel/coded-error.ts';
import type { RequestKey } from './request-keys.ts';
import { type SignedParts, readSignature, signedText } from './signed-text.ts';
import { UsedNonces } from './used-nonces.ts';

export interface RequestVerifierOptions {
  /** The department that the requests are for, by its id. */
  readonly department: string;
  /** Public keys of the gateways that may ask; several while one replaces the other. */
  readonly keys: readonly RequestKey[];
  /** How far the clocks may be apart and how long a request may take, in milliseconds. Default 60,000. */
  readonly skew?: number;
  /** Requests that are remembered against being sent twice. Default 1,000,000. */
  readonly mostNonces?: number;
  /** For a clock other than the machine's. */
  readonly now?: () => number;
}

/**
 * Takes a request that one of the gateways signed for this department a moment ago and that has not come before. `signature`: the
 * header, absent or not. Throws REQUEST_UNSIGNED, SIGNATURE_INVALID, REQUEST_EXPIRED or REQUEST_REPLAYED.
 */
export type VerifyRequest = (parts: Omit<SignedParts, 'department'>, signature: string | undefined) => void;

/** Throws GATEWAY_KEY_MISSING without a key: everybody could ask in everybody's name. */
export function requestVerifier(options: RequestVerifierOptions): VerifyRequest {
  const { department, skew = 60_000, mostNonces, now = Date.now } = options;
  const keys = new Map(options.keys.map(({ id, key }) => [id, key]));
  if (keys.size === 0) {
    throw operatorError('GATEWAY_KEY_MISSING', {
      expected: 'the public key of the gateway that asks this department',
      got: 'none',
      todo: 'name it with --gateway-key FILE, or say --demo for made-up data',
    });
  }
  const used = new UsedNonces({
    window: skew,
    floor: now(),
    ...(mostNonces === undefined ? {} : { most: mostNonces }),
  });

  return (parts, header) => {
    if (header === undefined) throw refused('REQUEST_UNSIGNED', 'none');
    const read = readSignature(header);
    if (read === undefined) throw refused('SIGNATURE_INVALID', 'something else');
    const { stamp, signature } = read;
    const time = now();
    if (Math.abs(time - stamp.time) > skew || stamp.time < used.floor) throw expired(skew);
    const key = keys.get(stamp.key);
    const isGenuine = key !== undefined && verify(null, signedText({ ...parts, department }, stamp), key, signature);
    if (!isGenuine) throw refused('SIGNATURE_INVALID', 'one that does not fit');
    // Last, so that only the gateways' own requests fill the memory.
    if (!used.take(stamp.nonce, stamp.time, time)) throw refused('REQUEST_REPLAYED', 'one that was used before');
  };
}

function refused(code: string, got: string): CodedError {
  const expected = "a request with a gateway's signature for this department";
  return callerError(code, { expected, got, todo: 'ask through the gateway' });
}

function expired(skew: number): CodedError {
  return callerError('REQUEST_EXPIRED', {
    expected: `a request signed at most ${skew / 1000} seconds ago, since this department started`,
    got: 'another time',
    todo: 'set the clocks of gateway and department, then ask again',
  });
}
