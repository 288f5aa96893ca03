/** What is wrong with a department's schema beside the others. */
export interface SchemaFault {
  readonly code: string;
  /** The department whose schema it is; undefined where the composer does not tell. */
  readonly department?: string;
  /** The type or field, as `CourtCase.claimAmount`; undefined where the composer does not tell. */
  readonly coordinate?: string;
  /** What was expected, what is there and what to do. */
  readonly message: string;
}
