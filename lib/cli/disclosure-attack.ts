import { attack, type AttackReport, type Outcome, type Survival } from '../attack/index.ts';
import { callerError } from '../kernel/coded-error.ts';
import { departmentUrl, loadCounty } from '../kernel/county.ts';
import type { RecordType } from '../source/index.ts';
import { openDepartment, readContract } from '../subgraph/index.ts';
import { readRules } from '../trust/disclosure/index.ts';
import { disclosureKey } from './disclosure-key.ts';
import { ensureData, type DataOptions } from './synthesise.ts';
import { table } from './terminal-table.ts';

export interface AttackCommandOptions extends DataOptions {
  readonly department: string;
  readonly type?: readonly string[];
  readonly programs: number;
  readonly language: string;
  readonly json?: boolean;
}

const words = {
  zh: {
    asked: '个问题，由各答案合成的方程组，线性规划',
    contradicting: '更粗的答案与基础格之和不符',
    small: '小于',
    head: ['方法', '小格', '被还原', '最窄区间', '乡镇月', '乡镇年', '全县月'],
    protected: '随机舍入 (本系统)',
    threshold: '仅设阈值 10',
    complementary: '阈值加逐答案互补隐藏',
    error: '中位相对误差',
    given: '给出',
  },
  en: {
    asked: 'questions; linear programs over all answers together',
    contradicting: 'coarser answers that are not sums of base cells',
    small: 'below',
    head: ['Method', 'Small cells', 'Recovered', 'Narrowest', 'Town, month', 'Town, year', 'County, month'],
    protected: 'random rounding (ours)',
    threshold: 'threshold of 10 alone',
    complementary: 'threshold, complemented per answer',
    error: 'median relative error',
    given: 'given out',
  },
} as const;

type Words = (typeof words)['zh' | 'en'];

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function survived({ medianError, given }: Survival): string {
  return `${percent(medianError)} (${percent(given)})`;
}

function line(outcome: Outcome, text: Words): string[] {
  const { method, smallCells, recovered, narrowest, townMonth, townYear, countyMonth } = outcome;
  const figures = [townMonth, townYear, countyMonth].map(survived);
  return [text[method], `${smallCells}`, `${recovered}`, `${narrowest}`, ...figures];
}

function print(report: AttackReport, text: Words): void {
  const { type, questions, programs, contradicting, smallest, outcomes } = report;
  console.log(`${type}: ${questions} ${text.asked} ${2 * programs}`);
  console.log(`  ${text.contradicting}: ${contradicting}; ${text.small} ${smallest}; ${text.error} (${text.given})\n`);
  console.log(table([[...text.head], ...outcomes.map(outcome => line(outcome, text))]));
  console.log();
}

function typesOf(records: ReadonlyMap<string, RecordType>, wanted: readonly string[] | undefined): RecordType[] {
  const known = [...records.values()].filter(({ measures }) => measures.size > 0);
  const unknown = wanted?.find(name => !known.some(type => type.name === name));
  if (unknown !== undefined) {
    throw callerError('BAD_OPTION', {
      expected: `a type with statistics: ${known.map(type => type.name).join(', ')}`,
      got: unknown,
      todo: 'correct --type',
    });
  }
  return known.filter(({ name }) => wanted?.includes(name) ?? true);
}

/** Attacks a department's protected statistics as their readers could, on its own data. Exit code 1 where a small cell was found out. */
export async function disclosureAttack(options: AttackCommandOptions): Promise<void> {
  if (options.language !== 'zh' && options.language !== 'en') {
    const parts = { expected: 'zh or en', got: JSON.stringify(options.language), todo: 'correct --language' };
    throw callerError('BAD_LANGUAGE', parts);
  }
  const county = loadCounty(options.county);
  const id = options.department;
  const folder = await ensureData(county, options);
  const databaseUrl = departmentUrl(county, id, folder, options.databases);
  const types = typesOf(readContract(id, { county: county.folder }).model.records, options.type);
  const key = disclosureKey(county, id, folder);
  // Nothing is given out: what is read stays with the operator.
  const department = await openDepartment({ county, id, databaseUrl, disclosureKey: key, ledger: undefined });
  try {
    const reports: AttackReport[] = [];
    for (const type of types) {
      const report = await attack({
        session: department.source.session(),
        type,
        rules: readRules(county.disclosure),
        data: county.data,
        areas: [...county.areas.keys()],
        county: county.code,
        programs: options.programs,
      });
      reports.push(report);
      if (!options.json) print(report, words[options.language]);
    }
    if (options.json) console.log(JSON.stringify(reports, null, 2));
    const broken = reports.some(
      ({ smallest, contradicting, outcomes: [ours] }) =>
        contradicting > 0 || (ours !== undefined && ours.smallCells > 0 && ours.narrowest < smallest),
    );
    if (broken) process.exitCode = 1;
  } finally {
    await department.close();
  }
}
