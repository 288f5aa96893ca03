import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMarks, type Hit } from './marks.ts';

/** Folder that all processes of a run report to. Without it nothing is held against the canaries. */
export const folderVariable = 'COUNTYGRAPH_CANARIES';

export type Kind = 'answers' | 'output' | 'files' | 'traces';

/** Milliseconds. */
export const saveEvery = 400;

type Totals = Record<Kind, { count: number; bytes: number }>;

function none(): Totals {
  return {
    answers: { count: 0, bytes: 0 },
    output: { count: 0, bytes: 0 },
    files: { count: 0, bytes: 0 },
    traces: { count: 0, bytes: 0 },
  };
}

/** What one process has looked at; written down every half second and at its end. */
export class Report {
  readonly #folder: string;
  readonly #totals = none();
  #changed = false;
  #saved = -Infinity;
  /** Writing what was met is itself a write to a file. */
  #busy = false;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    setInterval(() => this.#save(), saveEvery).unref();
    process.on('exit', () => this.#save());
  }

  /** Holds bytes against the canaries; `where` says in a failed run where they were met. */
  look(kind: Kind, where: string, bytes: Buffer): void {
    if (this.#busy || !existsSync(this.#folder)) return;
    this.#totals[kind].count += 1;
    this.#totals[kind].bytes += bytes.length;
    this.#changed = true;
    // At once, then now and then: a process may be ended without a word.
    if (performance.now() - this.#saved > saveEvery) this.#save();
    for (const hit of findMarks(bytes)) {
      const around = bytes.subarray(Math.max(0, hit.at - 40), hit.at + 40).toString('utf8');
      const line = { kind, where, ...hit, around, pid: process.pid };
      this.#write(() => appendFileSync(join(this.#folder, 'hits.jsonl'), `${JSON.stringify(line)}\n`));
    }
  }

  #save(): void {
    // A process may outlive the run that it reports to.
    if (!this.#changed || !existsSync(this.#folder)) return;
    this.#changed = false;
    this.#saved = performance.now();
    const file = join(this.#folder, `totals-${process.pid}.json`);
    // Whole: the run may be read out at any moment.
    this.#write(() => {
      writeFileSync(`${file}.part`, JSON.stringify(this.#totals));
      renameSync(`${file}.part`, file);
    });
  }

  #write(act: () => void): void {
    this.#busy = true;
    try {
      act();
    } finally {
      this.#busy = false;
    }
  }
}

export interface Summary {
  readonly totals: Totals;
  readonly processes: number;
  readonly hits: readonly (Hit & { readonly kind: Kind; readonly where: string; readonly around: string })[];
}

/** What all processes of a run have reported. */
export function readReports(folder: string): Summary {
  const totals = none();
  let processes = 0;
  let hits: Summary['hits'] = [];
  for (const file of readdirSync(folder).filter(name => !name.endsWith('.part'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (file === 'hits.jsonl') {
      const lines = text.split('\n').filter(line => line !== '');
      hits = lines.map(line => JSON.parse(line) as Summary['hits'][number]);
      continue;
    }
    processes += 1;
    for (const [kind, { count, bytes }] of Object.entries(JSON.parse(text) as Totals)) {
      totals[kind as Kind].count += count;
      totals[kind as Kind].bytes += bytes;
    }
  }
  return { totals, processes, hits };
}

/** One line of what was looked at, and one for each hit. */
export function printed({ totals, processes, hits }: Summary): string {
  const part = (kind: Kind, word: string): string => `${totals[kind].count} ${word} (${totals[kind].bytes} bytes)`;
  const looked = [
    part('answers', 'answers'),
    part('output', 'writes to output'),
    part('files', 'writes to files'),
    part('traces', 'exports of traces'),
  ].join(', ');
  const found = hits.map(
    ({ kind, where, mark, spelling }) => `  CANARY: a ${mark} of a person (${spelling}) in ${kind}: ${where}`,
  );
  return [`canaries: ${looked}, ${processes} processes: ${hits.length} hits`, ...found].join('\n');
}
