/** A sum of unknowns that lies between two numbers. */
export interface Row {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** More than any count here: programs need an end. */
const most = 1e6;

/** What an attacker knows: unknown counts, and sums of them. The truth is kept beside, to see that it fits. */
export class LinearSystem {
  readonly names: string[] = [];
  readonly low: number[] = [];
  readonly high: number[] = [];
  readonly truth: number[] = [];
  readonly rows: Row[] = [];
  readonly #columns = new Map<string, number>();

  /** The unknown of a name, made at its first mention. */
  column(name: string, truth: number, low = 0, high = most): number {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const column = this.names.push(name) - 1;
    this.low.push(low);
    this.high.push(high);
    this.truth.push(truth);
    this.#columns.set(name, column);
    return column;
  }

  find(name: string): number | undefined {
    return this.#columns.get(name);
  }

  row(terms: readonly (readonly [column: number, factor: number])[], low: number, high: number): void {
    this.rows.push({ columns: terms.map(([column]) => column), factors: terms.map(([, factor]) => factor), low, high });
  }

  /** The value of a row in truth. */
  #value({ columns, factors }: Row): number {
    return columns.reduce((sum, column, i) => sum + (factors[i] ?? 0) * (this.truth[column] ?? 0), 0);
  }

  /** The first row or bound that the truth does not keep: then the attacker has got his model wrong. */
  contradiction(): string | undefined {
    const row = this.rows.find(each => this.#value(each) < each.low || this.#value(each) > each.high);
    if (row)
      return `${row.low} <= ${row.columns.map((c, i) => `${row.factors[i]} ${this.names[c]}`).join(' + ')} <= ${row.high}, in truth ${this.#value(row)}`;
    const column = this.truth.findIndex((truth, c) => truth < (this.low[c] ?? 0) || truth > (this.high[c] ?? 0));
    return column < 0 ? undefined : `${this.low[column]} <= ${this.names[column]} <= ${this.high[column]}`;
  }
}
