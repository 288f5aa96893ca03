import { checkCounty, type Candidate } from '../check/index.ts';
import { callerError } from '../kernel/coded-error.ts';
import { departmentUrl, loadCounty, type County } from '../kernel/county.ts';
import { checkReport } from './check-report.ts';
import { endWith } from './exit-code.ts';
import { ensureData, type DataOptions } from './synthesise.ts';

export interface CheckCommandOptions extends DataOptions {
  readonly department?: readonly string[];
  readonly mapping?: string;
  readonly language: string;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly record: boolean;
}

function wrong(expected: string, got: string, todo: string): Error {
  return callerError('BAD_OPTION', { expected, got, todo });
}

/** The departments to check: of the county, or one with a mapping or database of its own. */
function candidatesOf(
  county: County,
  folder: string,
  options: CheckCommandOptions,
  database: string | undefined,
): Candidate[] {
  const ids = options.department ?? county.departments.map(({ id }) => id);
  const { mapping } = options;
  if ((mapping !== undefined || database !== undefined) && options.department?.length !== 1)
    throw wrong(
      'one --department for a mapping or database of its own',
      `${options.department?.length ?? 0}`,
      'name it',
    );
  return ids.map(id => {
    const known = county.departments.find(department => department.id === id);
    if (!known && database === undefined) {
      throw callerError('UNKNOWN_DEPARTMENT', {
        expected: `one of ${county.departments.map(d => d.id).join(', ')}`,
        got: JSON.stringify(id),
        todo: 'name a department of county.yaml, or a database after the options',
      });
    }
    return {
      id,
      name: known?.name ?? { zh: id, en: id },
      databaseUrl: database ?? departmentUrl(county, id, folder, options.databases),
      ...(mapping === undefined ? {} : { mapping }),
    };
  });
}

/** Where it goes is a terminal: a line that is written over, gone at the end. */
function progress(): { tell: (department: string, type: string) => void; clear: () => void } {
  const { stderr } = process;
  const write = (text: string): void => void (stderr.isTTY && stderr.write(`\r\x1b[2K${text}`));
  return { tell: (department, type) => write(`${department} ${type} …`), clear: () => write('') };
}

async function run(options: CheckCommandOptions, database: string | undefined): Promise<0 | 1> {
  const { language } = options;
  if (language !== 'zh' && language !== 'en') {
    const parts = { expected: 'zh or en', got: JSON.stringify(language), todo: 'correct --language' };
    throw callerError('BAD_LANGUAGE', parts);
  }
  const county = loadCounty(options.county);
  const folder = await ensureData(county, options);
  const departments = candidatesOf(county, folder, options, database);
  const { tell, clear } = progress();
  // A draft is not what the department's next check should be compared with.
  const record = options.record && options.mapping === undefined && database === undefined;
  const today = new Date().toISOString().slice(0, 10);
  const report = await checkCounty({ county, departments, folder, record, today, onProgress: tell }).finally(clear);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else console.log(checkReport(county, report, language));
  return report.counts.error > 0 || (options.strict && report.counts.warning > 0) ? 1 : 0;
}

/** Checks mappings. Exit code 0: fine; 1: at least one error (with --strict: or warning); 2: the command itself was wrong. */
export function check(options: CheckCommandOptions, database: string | undefined): Promise<void> {
  return endWith(() => run(options, database));
}
