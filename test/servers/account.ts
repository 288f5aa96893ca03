import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';

/** The system account a server runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Database servers refuse to run as root, so root lends them the account of that name, or nobody's.
 * Undefined when we are not root: then the server runs as ourselves.
 */
export function serverAccount(name: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp(name) ?? lookUp('nobody') ?? { uid: 65534, gid: 65534 };
}

/** Makes a folder that belongs to the account. */
export function makeFolder(path: string, account: Account | undefined): string {
  mkdirSync(path, { mode: 0o700 });
  if (account !== undefined) chownSync(path, account.uid, account.gid);
  return path;
}

function lookUp(name: string): Account | undefined {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idOf(option: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}
