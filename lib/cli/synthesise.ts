import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import cliProgress from 'cli-progress';
import { loadCounty, type County } from '../kernel/county.ts';
import { generateCounty } from '../synthetic/index.ts';

export interface DataOptions {
  readonly county: string;
  readonly data?: string;
  readonly scale?: number;
  readonly databases?: string;
}

export function dataFolder(options: DataOptions): string {
  return resolve(options.data ?? join('.countygraph', `${basename(resolve(options.county))}-${options.scale ?? 1}`));
}

/** What a data folder was made from; data of another kind are made anew. */
function stampOf(county: County, options: DataOptions): string {
  return JSON.stringify({
    code: county.code,
    seed: county.seed,
    ...county.data,
    scale: options.scale ?? 1,
    databases: options.databases ?? county.databases,
  });
}

/** Makes a synthetic county (one with a seed) unless the folder already holds the same one. Existing databases are never touched. */
export async function ensureData(county: County, options: DataOptions): Promise<string> {
  const folder = dataFolder(options);
  if (county.seed === undefined) return folder;
  const stampFile = join(folder, 'county.json');
  const stamp = stampOf(county, options);
  if (existsSync(stampFile) && existsSync(join(folder, 'truth.json')) && readFileSync(stampFile, 'utf8') === stamp)
    return folder;
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
      onProgress: (done, total) => {
        bar.setTotal(total);
        bar.update(done);
      },
    });
  } finally {
    bar.stop();
  }
  writeFileSync(stampFile, stamp);
  return folder;
}

export async function synthesise(options: DataOptions): Promise<void> {
  const folder = await ensureData(loadCounty(options.county), options);
  console.log(`数据在 Data in ${folder}`);
}
