import { type KeyObject, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { operatorError } from '../lib/kernel/coded-error.ts';

/** Where a supergraph is kept, and whose signature it must have. */
export interface SupergraphFile {
  readonly file: string;
  /** An Ed25519 public key (PEM). With it, FILE.sig must hold the key's signature of the file, in base64. */
  readonly key?: KeyObject;
}

/** Reads a public key. Throws BAD_OPTION for a file that holds none. */
export function readPublicKey(file: string): KeyObject {
  try {
    const key = createPublicKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below.
  }
  throw operatorError('BAD_OPTION', {
    expected: '--key FILE with an Ed25519 public key in PEM',
    got: file,
    todo: 'name the key that signs the supergraph',
  });
}

function isSigned(text: Buffer, { file, key }: SupergraphFile): boolean {
  if (key === undefined) return true;
  try {
    return verify(null, text, key, Buffer.from(readFileSync(`${file}.sig`, 'utf8').trim(), 'base64'));
  } catch {
    return false;
  }
}

/** Reads a supergraph. Throws SUPERGRAPH_NOT_FOUND or SUPERGRAPH_UNSIGNED. */
export function readSupergraph(source: SupergraphFile): string {
  let text: Buffer;
  try {
    text = readFileSync(source.file);
  } catch (cause) {
    throw operatorError(
      'SUPERGRAPH_NOT_FOUND',
      { expected: 'a readable supergraph file', got: source.file, todo: 'name it with --supergraph FILE' },
      { cause },
    );
  }
  if (!isSigned(text, source)) {
    throw operatorError('SUPERGRAPH_UNSIGNED', {
      expected: `a signature of ${source.file} by the key given, in ${source.file}.sig`,
      got: 'none that fits',
      todo: 'sign the file, then put it in place',
    });
  }
  return text.toString('utf8');
}
