import type { GraphQLError } from 'graphql';
import { CodedError } from '../kernel/coded-error.ts';
import type { Obligation } from '../trust/index.ts';
import type { FieldUses, RecordedRead } from '../trust/ledger/index.ts';

interface Counted {
  readonly read: RecordedRead;
  rows: number;
}

/** Codes by which a right is refused. */
const refusals = /^(FORBIDDEN|PURPOSE|PERMIT|PSEUDONYM)_/;

function codeOf(error: unknown): string {
  return error instanceof CodedError ? error.code : 'INTERNAL';
}

interface About {
  readonly type: string;
  readonly field: string | undefined;
}

/** What a refusal is about. */
function aboutOf(error: unknown): About | undefined {
  const words = error instanceof CodedError ? /^([A-Z]\w*)(?:\.(\w+))?$/.exec(error.got) : null;
  return words?.[1] === undefined ? undefined : { type: words[1], field: words[2] };
}

/** Of what was asked, that which concerns the field that was refused. */
function ofField(uses: FieldUses, field: string | undefined): FieldUses {
  const own = Object.entries(uses).filter(([, fields]) => field === undefined || fields.includes(field));
  if (field === undefined || own.length === 0) return uses;
  return Object.fromEntries(own.map(([use]) => [use, [field]]));
}

/** What one request does with a department's records, for its ledger. */
export class RequestReads {
  /** By what was asked; the objects that a selection is made on share it. */
  readonly #granted = new Map<unknown, Counted>();
  readonly #others = new Map<string, RecordedRead>();

  /** `key`: the same for questions that differ in nothing but the object that they are about. */
  granted(key: unknown, obligation: Obligation, uses: () => FieldUses, rows: number): void {
    const known = this.#granted.get(key);
    if (known) {
      known.rows += rows;
      return;
    }
    const { type, areas, policyVersion: policy, grant } = obligation;
    const asked = uses();
    const isStatistic = asked.measure !== undefined || asked.quality !== undefined;
    const statistics = isStatistic ? { statistics: obligation.statistics } : {};
    const read = { type, uses: asked, areas, rows: 0, decision: 'granted' as const, ...statistics, policy, grant };
    this.#granted.set(key, { read, rows });
  }

  /** A question that was refused, or that the database did not answer. */
  failed(type: string, uses: FieldUses, error: unknown): void {
    const code = codeOf(error);
    const decision = refusals.test(code) ? 'refused' : 'failed';
    const field = aboutOf(error)?.field;
    this.#add({ type, uses: ofField(uses, field), rows: 0, decision, code, field });
  }

  /** Refusals that an answer tells of and no question did: of a field that was left out of it. */
  told(errors: readonly GraphQLError[]): void {
    for (const { originalError, path } of errors) {
      if (!(originalError instanceof CodedError) || !refusals.test(originalError.code)) continue;
      const about = aboutOf(originalError);
      if (this.#isKnown(originalError.code, about)) continue;
      const at = path?.filter(step => typeof step === 'string').join('.') ?? '';
      const uses = about?.field === undefined ? {} : { read: [about.field] };
      this.failed(about?.type ?? at, uses, originalError);
    }
  }

  #isKnown(code: string, about: About | undefined): boolean {
    const { field } = about ?? {};
    return [...this.#others.values()].some(
      known =>
        known.code === code &&
        known.type === (about?.type ?? known.type) &&
        (field === undefined || known.field === field),
    );
  }

  #add(read: RecordedRead): void {
    this.#others.set(JSON.stringify(read), read);
  }

  /** All of them; the same question at several places of a request is one. */
  all(): RecordedRead[] {
    const granted = new Map<string, Counted>();
    for (const { read, rows } of this.#granted.values()) {
      const words = JSON.stringify(read);
      const known = granted.get(words);
      if (known) known.rows += rows;
      else granted.set(words, { read, rows });
    }
    return [...[...granted.values()].map(({ read, rows }) => ({ ...read, rows })), ...this.#others.values()];
  }
}
