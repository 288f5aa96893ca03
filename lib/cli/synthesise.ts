import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import cliProgress from 'cli-progress';
import { loadCounty, type County } from '../kernel/county.ts';
import { generateCounty } from '../synthetic/index.ts';

export interface DataOptions {
  readonly county: string;
  readonly data?: string;
  /** Volume of the synthetic county. Absent for commands that only read: data of any volume will do, and else 1. */
  readonly scale?: number;
  readonly databases?: string;
  /** With outbreaks for early warning to find. */
  readonly outbreaks?: boolean;
}

export function dataFolder(options: DataOptions): string {
  return resolve(options.data ?? join('.countygraph', `${basename(resolve(options.county))}-${options.scale ?? 1}`));
}

/** Counts up when the synthetic tables get other columns. */
const tables = 4;

/** What a data folder was made from; data of another kind are made anew. */
function stampOf(
  county: County,
  { scale = 1, databases = county.databases, outbreaks }: DataOptions,
): Record<string, unknown> {
  const planted = outbreaks ? { outbreaks } : {};
  return { code: county.code, seed: county.seed, ...county.data, scale, databases, tables, ...planted };
}

/** Whether a folder holds what is asked for. */
function holds(folder: string, stamp: Record<string, unknown>, options: DataOptions): boolean {
  const file = join(folder, 'county.json');
  if (!existsSync(file) || !existsSync(join(folder, 'truth.json'))) return false;
  const made = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const either = { scale: made['scale'], ...('outbreaks' in made ? { outbreaks: made['outbreaks'] } : {}) };
  const wanted = options.scale === undefined ? { ...stamp, ...either } : stamp;
  return isDeepStrictEqual(made, wanted);
}

/** Makes a synthetic county (one with a seed) unless the folder already holds the same one. Existing databases are never touched. */
export async function ensureData(county: County, options: DataOptions): Promise<string> {
  const folder = dataFolder(options);
  if (county.seed === undefined) return folder;
  const stamp = stampOf(county, options);
  if (holds(folder, stamp, options)) return folder;
  const bar = new cliProgress.SingleBar(
    { format: '生成 {county} |{bar}| {percentage}% {duration}s', hideCursor: true, noTTYOutput: false },
    cliProgress.Presets.shades_classic,
  );
  bar.start(1, 0, { county: county.name.zh });
  try {
    await generateCounty({
      county,
      target: options.databases ?? county.databases,
      dataDir: folder,
      scale: options.scale ?? 1,
      outbreaks: options.outbreaks ?? false,
      onProgress: (done, total) => {
        bar.setTotal(total);
        bar.update(done);
      },
    });
  } finally {
    bar.stop();
  }
  writeFileSync(join(folder, 'county.json'), JSON.stringify(stamp));
  return folder;
}

export async function synthesise(options: DataOptions): Promise<void> {
  const folder = await ensureData(loadCounty(options.county), options);
  console.log(`数据在 Data in ${folder}`);
}
