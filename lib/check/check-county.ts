import { catalogue } from '../indicators/index.ts';
import type { County } from '../kernel/county.ts';
import { askAll, compareWithLast, openCandidate, type Candidate, type Opened } from './check-department.ts';
import { computable } from './computable.ts';
import { checkLinksElsewhere } from './links-elsewhere.ts';
import { severities, type Severity } from './severity.ts';
import type { CheckReport, DepartmentReport } from './report.ts';

export interface CheckOptions {
  readonly county: County;
  readonly departments: readonly Candidate[];
  /** Where the snapshots are kept, in `check/`. */
  readonly folder: string;
  /** Whether what is found is kept for the next check. Default true. */
  readonly record?: boolean;
  /** ISO day. */
  readonly today: string;
  /** Told before each type, which may take minutes. */
  readonly onProgress?: (department: string, type: string) => void;
}

function order(severity: Severity): number {
  return severities.indexOf(severity);
}

function reportOf({ candidate: { id, name }, types, findings }: Opened): DepartmentReport {
  return { id, name, types, findings: findings.toSorted((a, b) => order(a.severity) - order(b.severity)) };
}

/** Holds the mappings of some departments against their databases. A broken one costs itself only. */
export async function checkCounty(options: CheckOptions): Promise<CheckReport> {
  const { county, folder, today, record = true, onProgress } = options;
  const opened: Opened[] = [];
  try {
    for (const candidate of options.departments) {
      const department = await openCandidate(county, candidate);
      opened.push(department);
      const types = await askAll(department, type => onProgress?.(candidate.id, type));
      compareWithLast(department, types, { folder, today, record });
    }
    await checkLinksElsewhere(opened);
    const indicators = await computable(county, opened, catalogue);
    const all = opened.flatMap(({ findings }) => findings);
    const counts = Object.fromEntries(
      severities.map(severity => [severity, all.filter(each => each.severity === severity).length]),
    ) as Record<Severity, number>;
    return { departments: opened.map(reportOf), indicators, counts };
  } finally {
    await Promise.all(opened.map(({ examination }) => examination?.close()));
  }
}
