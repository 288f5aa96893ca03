/** A place where the house is not built as CONTRIBUTING.md says. */
export interface Violation {
  readonly rule:
    | 'floor'
    | 'neighbours'
    | 'cut'
    | 'door'
    | 'cycle'
    | 'browser'
    | 'budget'
    | 'name'
    | 'default-export'
    | 'unfinished'
    | 'network';
  readonly path: string;
  readonly what: string;
}
