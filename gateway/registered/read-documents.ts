import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { operatorError } from '../../lib/kernel/coded-error.ts';
import { isRow } from '../execute/response.ts';
import type { RegisteredDocument } from './registered-document.ts';

/**
 * Reads registered documents: a folder, with a document in each `.graphql` file of it, or a manifest, `{ "<id>": "<document>" }` as
 * JSON. Throws OPERATIONS_NOT_FOUND and BAD_OPERATIONS.
 */
export function readDocuments(path: string): RegisteredDocument[] {
  const documents = isFolder(path) ? readFolder(path) : readManifest(path);
  if (documents.length > 0) return documents;
  throw badOperations(`${path} with none`, 'name a folder with .graphql files, or a manifest');
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (cause) {
    const parts = {
      expected: 'a folder of .graphql files or a manifest of registered operations',
      got: path,
      todo: 'name it with --operations FOLDER or --operations FILE',
    };
    throw operatorError('OPERATIONS_NOT_FOUND', parts, { cause });
  }
}

function readFolder(folder: string): RegisteredDocument[] {
  const files = globSync('**/*.graphql', { cwd: folder }).sort();
  return files.map(origin => ({ origin, text: readFileSync(join(folder, origin), 'utf8') }));
}

function readManifest(file: string): RegisteredDocument[] {
  return Object.entries(parseObject(file)).map(([id, text]) => {
    if (typeof text === 'string') return { origin: id, id, text };
    throw badOperations(`no text at ${JSON.stringify(id)}`, `correct ${file}`);
  });
}

function parseObject(file: string): Record<string, unknown> {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isRow(manifest)) return manifest;
  } catch {
    // Said below.
  }
  throw badOperations(`${file} without a JSON object`, 'write { "<id>": "<document>" }');
}

function badOperations(got: string, todo: string): Error {
  return operatorError('BAD_OPERATIONS', { expected: 'registered operations by their ids', got, todo });
}
