import type { PlaceLevel } from '../kernel/area-code.ts';
import type { MissingReason } from '../kernel/missing.ts';
import type { Period } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import type { Unit } from '../kernel/unit.ts';
import type { FormName } from './indicator.ts';
import type { RecordType } from './record-type.ts';
import type { RegisterUse } from './register.ts';

/** A place that a figure is about. `name` is null while the department that keeps the names is away. */
export interface Area {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly name: string | null;
}

/** Why a figure is not simply ok. */
export const figureReasons = {
  PERIOD_NOT_OVER: { zh: '统计周期尚未结束', en: 'the period is not over' },
  STILL_OBSERVED: { zh: '观察期未满', en: 'the time to follow up has not passed' },
  BEFORE_DATA: { zh: '早于数据起始日', en: 'the period begins before the data' },
  PERIOD_NOT_BEGUN: { zh: '晚于数据截止日', en: 'the period begins after the data' },
  NO_DENOMINATOR: { zh: '没有可计算的对象(分母为零)', en: 'there is nothing to compute it from (denominator 0)' },
  NOT_REACHED: { zh: '未结过多，尚不能确定', en: 'too many are still open' },
  WITHHELD: { zh: '数量过小，部门不予公布', en: 'the department does not give the cell out' },
  NOT_KEPT: {
    zh: '部门数据库或本县统计资料没有所需的数据',
    en: 'neither the department nor the county keeps what it needs',
  },
  NOT_PERMITTED: { zh: '部门未授权', en: 'the department has not granted it' },
  SOURCE_UNAVAILABLE: { zh: '数据来源暂不可用', en: 'a department does not answer' },
} as const satisfies Record<string, Text>;

export type FigureReason = keyof typeof figureReasons;

/** How much of the sources is behind a figure. */
export interface Completeness {
  /** Rows of the area that could not be used, whatever their period: a row whose date cannot be read belongs to none. */
  readonly leftOut: readonly { readonly type: RecordType; readonly reason: MissingReason; readonly rows: number }[];
  /**
   * Rows of the period whose area is not known at this level; any of them may belong here. 0 for a county; null where
   * it was not asked (a choice of areas) or sums are added up.
   */
  readonly unplaced: number | null;
  /**
   * Estimated share (0..1) of the period's rows that are in the figure, as if the rows left out were spread evenly over
   * the days of the data. null where the first day of the data is not known, and for sums.
   */
  readonly share: number | null;
}

/** One measure of one department that a figure rests on. */
export interface Origin {
  readonly department: string;
  readonly type: RecordType;
  readonly measure: string;
  /** Last day of the department's data; null when it did not answer. */
  readonly asOf: string | null;
  /** What it said instead of an answer. */
  readonly error: string | null;
}

interface FigureOf {
  /** The indicator's id. */
  readonly id: string;
  readonly form: FormName;
  /** Stage or quantile; null where the indicator is one number. */
  readonly part: string | null;
  readonly area: Area;
  /** As the indicator counts it: with another calendar a year may begin in December. */
  readonly period: Period;
  /** The value of the dimension by which figures were asked for; a value of null: rows whose code is missing or not mapped. */
  readonly dimension: { readonly name: string; readonly value: string | null } | null;
  readonly unit: Unit;
  readonly completeness: Completeness;
  /** Cut-off of the data (the earliest of several departments); null when one did not answer. */
  readonly asOf: string | null;
  /** The counts behind it are rounded at random to this, by town and month, so that nobody can be made out; null where exact. */
  readonly roundedTo: number | null;
  readonly definitionVersion: number;
  readonly computedFrom: readonly Origin[];
  /** Numbers of the county's register that it is per. */
  readonly registers: readonly RegisterUse[];
}

/** What was last known while a department is away. */
export interface LastGood {
  readonly value: number;
  readonly interval: Known['interval'];
  readonly status: Known['status'];
  /** Cut-off of the data that it was computed from. */
  readonly asOf: string | null;
  /** ISO moment at which it was computed, and whole seconds since then. */
  readonly computedAt: string;
  readonly ageSeconds: number;
}

/** A figure with a number. */
export interface Known extends FigureOf {
  readonly status: 'ok' | 'provisional';
  /** null when ok. */
  readonly reason: 'PERIOD_NOT_OVER' | 'STILL_OBSERVED' | null;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  /** 95 % confidence; a limit is null where the data do not determine it, all of it where none can be given. */
  readonly interval: { readonly lower: number | null; readonly upper: number | null } | null;
}

/** A figure without a number, and why. */
export interface Absent extends FigureOf {
  readonly status: 'suppressed' | 'not_computable' | 'source_unavailable';
  readonly reason: Exclude<FigureReason, 'PERIOD_NOT_OVER' | 'STILL_OBSERVED'>;
  readonly value: null;
  /** The counts, where they are known and may be told. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: null;
  /** Only of a department that does not answer; null where nothing was known before. */
  readonly lastGood: LastGood | null;
}

/** A number is never alone: it says what it is of, how sure, how complete, and from where. */
export type Figure = Known | Absent;

export type FigureStatus = Figure['status'];
