import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { callerError } from '../kernel/coded-error.ts';
import type { Alert, AlertEvent, AlertFigures, AlertState } from './alert.ts';
import { tables } from './tables.ts';

/** What somebody does with an alert. */
export interface AlertChange {
  readonly to: Exclude<AlertState, 'new'>;
  /** Who says so. */
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** The alerts of a county, with all that happened to them. */
export interface AlertBook {
  /**
   * Writes down what was found. The same category, town and month is the same alert: it is not raised again, and figures that
   * have changed are written into it, and noted, unless it is closed.
   */
  raise(found: readonly AlertFigures[], at: Date): Promise<{ raised: Alert[]; known: Alert[] }>;
  /** Newest months first; of some states, or all. */
  list(states?: readonly AlertState[]): Promise<Alert[]>;
  /** @throws CodedError UNKNOWN_ALERT */
  show(id: string): Promise<{ alert: Alert; events: AlertEvent[] }>;
  /**
   * Acknowledged makes `by` the owner; explained and closed keep him. Nothing comes after closed.
   * @throws CodedError UNKNOWN_ALERT, ALERT_STATE
   */
  change(id: string, change: AlertChange): Promise<Alert>;
}

/** From which states each is reached. */
const reachedFrom: Record<AlertChange['to'], readonly AlertState[]> = {
  acknowledged: ['new', 'acknowledged'],
  explained: ['new', 'acknowledged', 'explained'],
  closed: ['new', 'acknowledged', 'explained'],
};

interface Row {
  id: string;
  type: string;
  measure: string;
  dimension: string;
  category: string;
  department: string;
  area: string;
  month: string;
  observed: number;
  expected: number;
  limit_above: number;
  rule: string;
  rules: string;
  false_alarms_allowed: number;
  false_alarms_expected: number;
  as_of: string;
  owner: string;
  state: AlertState;
  raised_at: string;
  changed_at: string;
}

export function alertBook(database: Knex): AlertBook {
  const find = async (id: string): Promise<Alert> => {
    const row = await database<Row>(tables.alerts).where({ id }).first();
    if (row !== undefined) return alertOf(row);
    throw callerError('UNKNOWN_ALERT', {
      expected: 'the id of an alert',
      got: JSON.stringify(id),
      todo: 'look it up with countygraph alerts list',
    });
  };
  return {
    async raise(found, at) {
      const [raised, known]: [Alert[], Alert[]] = [[], []];
      for (const figures of found) {
        const isNew = await database.transaction(transaction => write(transaction, figures, at));
        (isNew ? raised : known).push(await find(idOf(figures)));
      }
      return { raised, known };
    },
    async list(states) {
      const query = database<Row>(tables.alerts).orderBy([
        { column: 'month', order: 'desc' },
        'type',
        'category',
        'area',
      ]);
      const rows = states === undefined ? await query : await query.whereIn('state', [...states]);
      return rows.map(alertOf);
    },
    async show(id) {
      const alert = await find(id);
      const events = await database(tables.alertEvents).where({ alert: id }).orderBy('number');
      return { alert, events: events.map(({ at, action, by, reason }) => ({ at, action, by, reason }) as AlertEvent) };
    },
    async change(id, { to, by, reason, at }) {
      const before = await find(id);
      const changed = await database.transaction(async transaction => {
        const values = { state: to, changed_at: at.toISOString(), ...(to === 'acknowledged' ? { owner: by } : {}) };
        // The states stand in the statement, so that of two who change it at the same time each sees what is there.
        const count = await transaction(tables.alerts)
          .where({ id })
          .whereIn('state', [...reachedFrom[to]])
          .update(values);
        if (count > 0) await note(transaction, id, { at: at.toISOString(), action: to, by, reason });
        return count;
      });
      if (changed > 0) return find(id);
      throw callerError('ALERT_STATE', {
        expected: `an alert that is ${reachedFrom[to].join(', or ')}`,
        got: `one that is ${before.state}`,
        todo: 'leave it, or wait for the next one of its kind',
      });
    },
  };
}

async function write(transaction: Knex, figures: AlertFigures, at: Date): Promise<boolean> {
  const id = idOf(figures);
  const now = at.toISOString();
  const columns = columnsOf(figures);
  const known = await transaction<Row>(tables.alerts).where({ id }).first();
  if (known === undefined) {
    const begun = { id, ...columns, owner: figures.department, state: 'new', raised_at: now, changed_at: now };
    await transaction(tables.alerts).insert(begun);
    await note(transaction, id, { at: now, action: 'new', by: null, reason: '' });
    return true;
  }
  if (known.observed === figures.observed || known.state === 'closed') return false;
  await transaction(tables.alerts)
    .where({ id })
    .update({ ...columns, changed_at: now });
  await note(transaction, id, {
    at: now,
    action: 'revised',
    by: null,
    reason: `${known.observed} -> ${figures.observed}`,
  });
  return false;
}

async function note(transaction: Knex, alert: string, event: AlertEvent): Promise<void> {
  await transaction(tables.alertEvents).insert({ alert, ...event });
}

function idOf({ type, measure, dimension, category, area, month }: AlertFigures): string {
  const key = [type, measure, dimension, category, area, month].join('|');
  return createHash('sha256').update(key).digest('hex').slice(0, 10);
}

function columnsOf({ limit, rules, falseAlarms, asOf, ...same }: AlertFigures) {
  return {
    ...same,
    limit_above: limit,
    rules: rules.join(','),
    false_alarms_allowed: falseAlarms.allowed,
    false_alarms_expected: falseAlarms.expected,
    as_of: asOf,
  };
}

function alertOf(row: Row): Alert {
  const { limit_above, rules, false_alarms_allowed, false_alarms_expected, as_of, raised_at, changed_at, ...same } =
    row;
  return {
    ...same,
    limit: limit_above,
    rules: rules.split(','),
    falseAlarms: { allowed: false_alarms_allowed, expected: false_alarms_expected },
    asOf: as_of,
    raisedAt: raised_at,
    changedAt: changed_at,
  };
}
