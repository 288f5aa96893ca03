import type { AlertFigures } from '../../lib/store/index.ts';
import type { Outbreak } from '../../lib/synthetic/index.ts';

type Alarm = Pick<AlertFigures, 'type' | 'category' | 'area' | 'month'>;

/** What early warning made of planted outbreaks. Months of one kind and town that follow each other are one outbreak. */
export interface Score {
  readonly outbreaks: number;
  /** Of which at least one month was found. */
  readonly found: string[];
  readonly missed: string[];
  readonly monthsFound: number;
  readonly monthsPlanted: number;
  /** Alarms where nothing was planted. */
  readonly falseAlarms: Alarm[];
}

function keyOf(type: string, kind: string, area: string): string {
  return `${type.toLowerCase()} ${kind} ${area}`;
}

export function score(alarms: readonly Alarm[], outbreaks: readonly Outbreak[]): Score {
  const planted = new Map<string, Set<string>>();
  for (const { type, kind, area, month } of outbreaks) {
    const months = planted.get(keyOf(type, kind, area)) ?? new Set();
    planted.set(keyOf(type, kind, area), months.add(month));
  }
  const hits = new Map<string, number>();
  const falseAlarms: Alarm[] = [];
  for (const alarm of alarms) {
    const key = keyOf(alarm.type, alarm.category, alarm.area);
    if (planted.get(key)?.has(alarm.month)) hits.set(key, (hits.get(key) ?? 0) + 1);
    else falseAlarms.push(alarm);
  }
  const keys = [...planted.keys()];
  return {
    outbreaks: keys.length,
    found: keys.filter(key => hits.has(key)),
    missed: keys.filter(key => !hits.has(key)),
    monthsFound: [...hits.values()].reduce((a, b) => a + b, 0),
    monthsPlanted: outbreaks.length,
    falseAlarms,
  };
}
