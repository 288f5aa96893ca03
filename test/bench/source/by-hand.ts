import type { DatabaseKind } from '../../servers/databases.ts';
import type { BareDriver, Line } from './bare-driver.ts';

const kinds: Record<string, string> = { '01': 'CIVIL', '02': 'CRIMINAL', '03': 'ADMINISTRATIVE' };
const procedures: Record<string, string> = { '1': 'ORDINARY', '2': 'SUMMARY', '3': 'FAST_TRACK' };

function day(text: unknown): string | null {
  if (typeof text !== 'string' || !/^\d{8}$/.test(text)) return null;
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const date = new Date(iso);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(text.slice(6)) ? iso : null;
}

function amount(text: unknown): string {
  return String(text)
    .replace(',', '')
    .replace('元', '')
    .replace(/\.?0+$/, '');
}

function record(line: Line): Line {
  return {
    id: line['AH'],
    kind: kinds[String(line['AJLB'])] ?? null,
    procedure: procedures[String(line['SYCX'])] ?? null,
    filedOn: day(line['LARQ']),
    closedOn: day(line['JARQ']),
    excludedDays: line['KCSXTS'] ? Number(line['KCSXTS']) : null,
    claimAmount: amount(line['SQBDJE']),
    place: `${String(line['XZDM'])}${String(line['CWHDM'])}${String(line['WGH'])}`,
    dispute: line['SQTJAH'],
  };
}

const columns = ['AH', 'AJLB', 'SYCX', 'LARQ', 'JARQ', 'KCSXTS', 'SQBDJE', 'XZDM', 'CWHDM', 'WGH', 'SQTJAH'];

/** The bench's questions as somebody writes them who knows this one database and nothing else. */
export class ByHand {
  readonly #driver: BareDriver;
  readonly #kind: DatabaseKind;

  constructor(driver: BareDriver, kind: DatabaseKind) {
    this.#driver = driver;
    this.#kind = kind;
  }

  #q(name: string): string {
    return this.#kind === 'mariadb' ? `\`${name}\`` : `"${name}"`;
  }

  get #select(): string {
    return columns.map(name => this.#q(name)).join(', ');
  }

  async civilCasesOf(from: string, to: string): Promise<Line[]> {
    const q = (name: string): string => this.#q(name);
    const rows = await this.#driver.query(
      `SELECT ${this.#select} FROM ${q('T_AJ_JBXX')} WHERE ${q('SCBZ')} = '0' AND ${q('AJLB')} = '01' AND ${q('LARQ')} BETWEEN ? AND ? ORDER BY ${q('LARQ')} DESC, ${q('AH')} LIMIT 1000`,
      [from, to],
    );
    return rows.map(record);
  }

  async byKeys(keys: readonly string[]): Promise<(Line | undefined)[]> {
    const q = (name: string): string => this.#q(name);
    const rows = await this.#driver.query(
      `SELECT ${this.#select} FROM ${q('T_AJ_JBXX')} WHERE ${q('SCBZ')} = '0' AND ${q('AH')} IN (${keys.map(() => '?').join(', ')})`,
      keys,
    );
    const found = new Map(rows.map(row => [row['AH'], record(row)]));
    return keys.map(key => found.get(key));
  }

  async firstCasesOf(disputes: readonly string[]): Promise<Line[][]> {
    const q = (name: string): string => this.#q(name);
    const rows = await this.#driver.query(
      `SELECT * FROM (SELECT ${this.#select}, ROW_NUMBER() OVER (PARTITION BY ${q('SQTJAH')} ORDER BY ${q('AH')}) AS place FROM ${q('T_AJ_JBXX')} WHERE ${q('SCBZ')} = '0' AND ${q('SQTJAH')} IN (${disputes.map(() => '?').join(', ')})) x WHERE place <= 10 ORDER BY ${q('SQTJAH')}, place`,
      disputes,
    );
    const found = Map.groupBy(rows, row => row['SQTJAH']);
    return disputes.map(dispute => (found.get(dispute) ?? []).map(record));
  }

  async countsByMonthTownAndKind(): Promise<Line[]> {
    const q = (name: string): string => this.#q(name);
    const month = `substr(${q('LARQ')}, 1, 6)`;
    const rows = await this.#driver.query(
      `SELECT ${month} AS month, ${q('XZDM')} AS town, ${q('AJLB')} AS kind, COUNT(*) AS n FROM ${q('T_AJ_JBXX')} WHERE ${q('SCBZ')} = '0' AND ${q('LARQ')} BETWEEN '20231001' AND '20260930' AND ${q('LARQ')} <> '20240231' GROUP BY ${month}, ${q('XZDM')}, ${q('AJLB')} ORDER BY 1, 2, 3`,
    );
    return rows.map(row => ({
      period: `${String(row['month']).slice(0, 4)}-${String(row['month']).slice(4)}`,
      area: row['town'],
      kind: kinds[String(row['kind'])] ?? null,
      count: Number(row['n']),
    }));
  }
}
