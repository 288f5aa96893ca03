import { createHash } from 'node:crypto';

/** The id of a document by GraphQL over HTTP: of the text's UTF-8, in lower-case hexadecimal. */
export function sha256Id(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
