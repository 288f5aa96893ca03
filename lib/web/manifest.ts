import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Written last, so a folder that holds it holds a whole bundle. */
export const manifestFile = 'manifest.json';

/** What a bundle is made of (`key`, a hash of `sources`) and the names of its files; each has a `.gz` beside it. */
export interface Manifest {
  readonly key: string;
  /** Paths of the files that it was made from. */
  readonly sources: readonly string[];
  readonly files: readonly string[];
}

const compress = promisify(gzip);

/** A hash of the contents of some files; undefined when one is gone. */
export async function hashOf(paths: readonly string[]): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for (const content of await Promise.all(paths.map(path => readFile(path)))) hash.update(content);
  } catch {
    return undefined;
  }
  return hash.digest('hex').slice(0, 16);
}

/** The manifest of a whole bundle; undefined where there is none yet, or a half-written one. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, manifestFile), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

/** Makes the folder and takes the old manifest away, so that a build that is cut off leaves nothing that looks whole. */
export async function beginBundle(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await rm(join(folder, manifestFile), { force: true });
}

/** Compresses the files and says that the bundle is whole. */
export async function finishBundle(folder: string, manifest: Manifest): Promise<void> {
  await Promise.all(
    manifest.files.map(async name => {
      const path = join(folder, name);
      await writeFile(`${path}.gz`, await compress(await readFile(path), { level: 9 }));
    }),
  );
  await writeFile(join(folder, manifestFile), JSON.stringify(manifest));
}
