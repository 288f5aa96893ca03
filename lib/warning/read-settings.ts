import { operatorError } from '../kernel/coded-error.ts';
import { type Watched, watched } from './watched.ts';

/** `warning:` of county.yaml. */
export interface WarningSettings {
  /** That the county bears, all series together. Default 12. */
  readonly falseAlarmsAYear: number;
  readonly watched: readonly Watched[];
}

/**
 * Reads `warning: { falseAlarmsAYear: 12, watch: [dispute, petition] }`; both have defaults.
 * @throws CodedError BAD_COUNTY
 */
export function readWarningSettings(raw: unknown): WarningSettings {
  if (raw === undefined) return { falseAlarmsAYear: 12, watched };
  const { falseAlarmsAYear = 12, watch = watched.map(({ type }) => type), ...others } = isObject(raw) ? raw : { raw };
  const types: unknown[] = Array.isArray(watch) ? watch : [];
  const isRight =
    typeof falseAlarmsAYear === 'number' &&
    falseAlarmsAYear > 0 &&
    types.length > 0 &&
    types.every(type => watched.some(each => each.type === type)) &&
    Object.keys(others).length === 0;
  if (isRight) return { falseAlarmsAYear, watched: watched.filter(({ type }) => types.includes(type)) };
  throw operatorError('BAD_COUNTY', {
    expected: `warning: { falseAlarmsAYear: a number above 0, watch: a list out of ${watched.map(({ type }) => type).join(', ')} }`,
    got: 'something else',
    todo: 'correct warning in county.yaml',
  });
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
