import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { operatorError } from '../../kernel/coded-error.ts';

/** When a process began, where the system tells (Linux), so that a number that was given again is not taken for the old process. */
function beganAt(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process that has a lock; undefined where it has ended. */
export function holderOf(file: string): number | undefined {
  let words: string[];
  try {
    words = readFileSync(file, 'utf8').split(' ');
  } catch {
    return undefined;
  }
  const [pid, began = ''] = [Number(words[0]), words[1]];
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && beganAt(pid) === began ? pid : undefined;
}

/** Takes a ledger for this process: two that write one would break it. A lock of a process that was killed counts as open. */
export function lockLedger(file: string): () => void {
  const words = `${process.pid} ${beganAt(process.pid)}`;
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      writeFileSync(file, words, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (holderOf(file) !== undefined) break;
      rmSync(file, { force: true });
    }
  }
  throw operatorError('LEDGER_IN_USE', {
    expected: `the ledger ${file.replace(/.lock$/, '')} to be free`,
    got: `one that process ${holderOf(file) ?? 'unknown'} writes`,
    todo: 'stop that process, or ask it (--url) in place of the databases',
  });
}
