import { readFileSync, readdirSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';

/** A process and those that it has started. */
export function familyOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap(task =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}

/** Milliseconds of CPU that processes have used so far (Linux counts hundredths of a second). */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * 10;
  }, 0);
}

/** The process of a MariaDB of this machine. */
export async function pidOf(url: string): Promise<number> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query('SELECT @@pid_file AS file');
    return Number(readFileSync((rows as { file: string }[])[0]?.file ?? '', 'utf8'));
  } finally {
    await connection.end();
  }
}
