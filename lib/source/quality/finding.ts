/** A value as it was met, with how many rows have it. */
export interface Met {
  readonly value: string;
  readonly rows: number;
}
