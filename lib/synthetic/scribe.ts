import { drawSpoil, deletedRate, type Spoil } from './dirt.ts';
import type { Cell, LegacyTable, SqlValue } from './legacy-table.ts';
import { legacyTables, type LegacyHome } from './legacy/index.ts';
import type { Persons } from './persons.ts';
import type { Random } from './random.ts';
import type { Records, RecordType, Write } from './records.ts';
import type { Store } from './store/store.ts';
import type { TruthKeeper } from './truth.ts';

/** Rows of one INSERT. With 12 columns still far under PostgreSQL's 65,535 parameters. */
const batchRows = 1000;

interface Desk {
  readonly department: string;
  readonly table: LegacyTable<never>;
  readonly store: Store;
  readonly spots: readonly Spoil[];
  rows: (readonly SqlValue[])[];
}

/** Writes records down twice: as they are into the truth, and through clerks' hands into the departments' tables. */
export class Scribe {
  readonly #desks = new Map<RecordType, Desk>();
  readonly #random: Random;
  readonly #truth: TruthKeeper;
  readonly #persons: Persons;

  constructor(stores: ReadonlyMap<string, Store>, truth: TruthKeeper, random: Random, persons: Persons) {
    this.#random = random;
    this.#truth = truth;
    this.#persons = persons;
    for (const [type, home] of Object.entries(legacyTables) as [RecordType, LegacyHome<never>][]) {
      const store = stores.get(home.department);
      if (!store) continue;
      const spots = Object.values(home.table.columns).flatMap(column => column.spoils ?? []);
      this.#desks.set(type, { department: home.department, table: home.table, store, spots, rows: [] });
    }
  }

  readonly write: Write = (type, record) => {
    const desk = this.#desks.get(type);
    if (!desk) return;
    const spoil = drawSpoil(desk.spots, this.#random);
    this.#truth.add(type, record, spoil);
    const person = this.#persons.next(desk.department, type, record);
    this.#encode(desk, record, { spoil, deleted: false, person });
    if (desk.table.marksDeleted && this.#random.chance(deletedRate)) {
      this.#truth.addDeleted(type);
      this.#encode(desk, removedCopy(record), { spoil: undefined, deleted: true, person });
    }
  };

  #encode(desk: Desk, record: Records[RecordType], row: Omit<Cell, 'random'>): void {
    const cell: Cell = { ...row, random: this.#random };
    desk.rows.push(Object.values(desk.table.columns).map(column => column.value(record as never, cell)));
  }

  /** Sends full batches; call it often, so that memory stays small at any scale. */
  async flush(all = false): Promise<void> {
    for (const desk of this.#desks.values()) {
      while (desk.rows.length >= (all ? 1 : batchRows)) {
        const batch = desk.rows.splice(0, batchRows);
        await desk.store.insert(desk.table, batch);
      }
    }
  }
}

/** A row that was entered twice, the second time removed: the same, under a number of its own. */
function removedCopy<R extends Records[RecordType]>(record: R): R {
  if ('id' in record) return { ...record, id: typeof record.id === 'bigint' ? record.id + 1n : `${record.id}D` };
  if ('creditCode' in record) return { ...record, creditCode: `${record.creditCode.slice(0, -1)}*` };
  if ('number' in record) return { ...record, number: -record.number };
  return record;
}
