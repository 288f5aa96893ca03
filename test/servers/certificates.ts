import { type KeyObject, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate with its private key, both in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** An authority that issues certificates for tests, made anew in each run. */
export interface Authority extends Certificate {
  issue(name: { readonly CN: string; readonly O?: string }, days?: readonly [from: number, until: number]): Certificate;
}

// X.509 as RFC 5280 writes it, in DER.
const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'));
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const nameParts = { O: oid('55040a'), CN: oid('550403') };

function nameOf(name: { readonly CN: string; readonly O?: string }): Buffer {
  const parts = (['O', 'CN'] as const).filter(part => name[part] !== undefined);
  return sequence(...parts.map(part => tlv(0x31, sequence(nameParts[part], tlv(0x0c, Buffer.from(name[part] ?? ''))))));
}

function day(from: number): Buffer {
  const date = new Date(Date.now() + from * 86_400_000).toISOString();
  return tlv(0x17, Buffer.from(`${date.slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));
}

const extensions = {
  // basicConstraints: an authority.
  authority: sequence(
    oid('551d13'),
    tlv(0x01, Buffer.from([0xff])),
    tlv(0x04, sequence(tlv(0x01, Buffer.from([0xff])))),
  ),
  // subjectAltName: 127.0.0.1.
  loopback: sequence(oid('551d11'), tlv(0x04, sequence(tlv(0x87, Buffer.from([127, 0, 0, 1]))))),
};

interface Wanted {
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly days: readonly [number, number];
  readonly extension: Buffer;
}

function certificate({ subject, issuer, publicKey, signingKey, days, extension }: Wanted): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, serial),
    ecdsaWithSha256,
    issuer,
    sequence(day(days[0]), day(days[1])),
    subject,
    spki,
    tlv(0xa3, sequence(extension)),
  );
  const signature = sign('sha256', body, signingKey);
  const der = sequence(body, ecdsaWithSha256, tlv(0x03, Buffer.from([0]), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

export function makeAuthority(CN: string): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const issuer = nameOf({ CN });
  const cert = certificate({
    subject: issuer,
    issuer,
    publicKey: own.publicKey,
    signingKey: own.privateKey,
    days: [-1, 1],
    extension: extensions.authority,
  });
  return {
    cert,
    key: pem(own.privateKey),
    issue(name, days = [-1, 1]) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
      const wanted = { subject: nameOf(name), issuer, publicKey, signingKey: own.privateKey, days };
      return { cert: certificate({ ...wanted, extension: extensions.loopback }), key: pem(privateKey) };
    },
  };
}
