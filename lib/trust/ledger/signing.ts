import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify } from 'node:crypto';
import smCrypto from 'sm-crypto';

/** How checkpoints are signed: Ed25519 (RFC 8032), or SM2 with SM3 and the standard user id 1234567812345678 (GM/T 0009). */
export type SignatureAlgorithm = 'ed25519' | 'sm2';

/** A key that others know a ledger by. */
export interface PublicKey {
  readonly algorithm: SignatureAlgorithm;
  /** Hex: DER (SubjectPublicKeyInfo) for Ed25519, the uncompressed point for SM2. */
  readonly key: string;
}

export interface KeyPair extends PublicKey {
  /** Hex: DER (PKCS #8) for Ed25519, the number for SM2. */
  readonly secret: string;
}

// Node's own SM2 signatures have no user id, so that no other program could verify them.
const { sm2 } = smCrypto;

export function makeKeyPair(algorithm: SignatureAlgorithm): KeyPair {
  if (algorithm === 'sm2') {
    const { publicKey, privateKey } = sm2.generateKeyPairHex();
    return { algorithm, key: publicKey, secret: privateKey };
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    algorithm,
    key: publicKey.export({ type: 'spki', format: 'der' }).toString('hex'),
    secret: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('hex'),
  };
}

/** RFC 6962, 3.2: a log is known by the hash of its key. */
export function logId({ key }: PublicKey): string {
  return hash('sha256', Buffer.from(key, 'hex'), 'hex');
}

/** A signature of a text, in hex (SM2: in DER). */
export function signText({ algorithm, key, secret }: KeyPair, text: string): string {
  if (algorithm === 'sm2') return sm2.doSignature(text, secret, { der: true, hash: true, publicKey: key });
  const privateKey = createPrivateKey({ key: Buffer.from(secret, 'hex'), format: 'der', type: 'pkcs8' });
  return sign(null, Buffer.from(text), privateKey).toString('hex');
}

/** False for anything that is not this text's signature by this key, and for what is no signature or key at all. */
export function isSignedBy({ algorithm, key }: PublicKey, text: string, signature: string): boolean {
  try {
    if (algorithm === 'sm2') return sm2.doVerifySignature(text, signature, key, { der: true, hash: true });
    const publicKey = createPublicKey({ key: Buffer.from(key, 'hex'), format: 'der', type: 'spki' });
    return (
      publicKey.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'))
    );
  } catch {
    return false;
  }
}
