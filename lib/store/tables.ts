import type { Knex } from 'knex';

/** Names that nobody else's tables have. */
export const tables = {
  alerts: 'countygraph_alert',
  alertEvents: 'countygraph_alert_event',
  frozen: 'countygraph_frozen',
  vetoes: 'countygraph_veto',
} as const;

type Columns = (table: Knex.CreateTableBuilder) => void;

const columns: Readonly<Record<string, Columns>> = {
  [tables.alerts](table) {
    table.string('id', 16).primary();
    for (const name of ['type', 'measure', 'dimension', 'category', 'department']) table.string(name, 64).notNullable();
    table.string('area', 15).notNullable();
    table.string('month', 7).notNullable();
    table.integer('observed').notNullable();
    for (const name of ['expected', 'limit_above']) table.double(name).notNullable();
    table.string('rule', 32).notNullable();
    table.string('rules', 160).notNullable();
    for (const name of ['false_alarms_allowed', 'false_alarms_expected']) table.double(name).notNullable();
    table.string('as_of', 10).notNullable();
    table.string('owner', 100).notNullable();
    table.string('state', 16).notNullable();
    for (const name of ['raised_at', 'changed_at']) table.string(name, 24).notNullable();
  },
  [tables.alertEvents](table) {
    table.increments('number');
    table.string('alert', 16).notNullable().index();
    table.string('at', 24).notNullable();
    table.string('action', 16).notNullable();
    table.string('by', 100);
    table.text('reason').notNullable();
  },
  [tables.frozen](table) {
    table.string('id', 16).primary();
    table.string('frozen_at', 24).notNullable();
    table.string('frozen_by', 100).notNullable();
    table.string('title', 255).notNullable();
    table.string('hash', 64).notNullable();
    table.text('content', 'longtext').notNullable();
  },
  [tables.vetoes](table) {
    table.integer('number').primary();
    table.string('action', 16).notNullable();
    for (const name of ['card', 'ground']) table.string(name, 64).notNullable();
    table.string('area', 15).notNullable();
    table.string('period', 7).notNullable();
    table.string('said_by', 100).notNullable();
    for (const name of ['reason', 'basis']) table.text(name).notNullable();
    table.string('said_at', 24).notNullable();
    table.integer('withdraws');
    table.string('key_id', 32).notNullable();
    table.string('previous', 64).notNullable();
    table.string('signature', 128).notNullable();
  },
};

/** Makes the tables that are not there. Two that begin at the same time: the later finds them made. */
export async function createTables(database: Knex): Promise<void> {
  for (const [name, make] of Object.entries(columns)) {
    if (await database.schema.hasTable(name)) continue;
    try {
      await database.schema.createTable(name, make);
    } catch (error) {
      if (!(await database.schema.hasTable(name))) throw error;
    }
  }
}
