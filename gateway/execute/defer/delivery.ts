import type { Execution } from '../execution.ts';
import { type Path, type ResponseError, type Row, isRow, typenameOf } from '../response.ts';
import type { Shape, ShapeField } from '../shape.ts';
import { type DeferUsage, labelOf } from './defer-usage.ts';
import type { DeferredGroup, DeferredShape } from './deferred-shape.ts';
import { ErrorIndex } from './error-index.ts';
import type {
  CompletedFragment,
  IncrementalData,
  PendingFragment,
  SubsequentResponse,
} from './incremental-response.ts';

/** A deferred fragment at one object of the answer. */
interface Fragment {
  readonly usage: DeferUsage;
  readonly path: Path;
  /** The deferred fragment around it. */
  readonly parent: Fragment | undefined;
  /** Its fields, as far as the objects that they are of have come. */
  readonly groups: GroupAt[];
  /** Bare: all of its fields that are known so far come with those of fragments around it. */
  state: 'bare' | 'waiting' | 'complete' | 'failed';
  /** The client knows it under this. */
  id?: string;
}

type Fragments = ReadonlyMap<DeferUsage, Fragment>;

/** A group at one object of the answer. */
interface GroupAt extends DeferredGroup {
  readonly row: Row;
  readonly path: Path;
  readonly around: Fragments;
  isDelivered: boolean;
}

/** A part of the answer with the data that it was made of. */
interface Made {
  readonly fields: readonly ShapeField[];
  readonly data: Row;
  readonly row: Row;
  readonly path: Path;
  readonly around: Fragments;
}

/** The deferred fragments of one answer: which are to come, and what is sent of them. */
export class Delivery {
  readonly #shape: DeferredShape;
  readonly #execution: Execution;
  readonly #errors: ErrorIndex;
  readonly #waiting = new Set<Fragment>();
  #ids = 0;

  constructor(shape: DeferredShape, execution: Execution) {
    this.#shape = shape;
    this.#execution = execution;
    this.#errors = new ErrorIndex(execution.errors);
  }

  get isDone(): boolean {
    return this.#waiting.size === 0;
  }

  /** Takes the part that comes at once. Gives its errors and what is to come. */
  begin(data: Row): { readonly errors: readonly ResponseError[]; readonly pending: readonly PendingFragment[] } {
    const { fields } = this.#shape;
    this.#take(this.#find({ fields, data, row: this.#execution.data, path: [], around: new Map() }));
    const pending: PendingFragment[] = [];
    for (const fragment of this.#waiting) if (stateAround(fragment) !== 'waiting') this.#announce(fragment, pending);
    return { errors: this.#errors.of([], data), pending };
  }

  /** What can be sent now; undefined where that is nothing. `isReady`: whether all that a fragment needs has been fetched. */
  release(isReady: (usage: DeferUsage) => boolean): SubsequentResponse | undefined {
    const pending: PendingFragment[] = [];
    const incremental: IncrementalData[] = [];
    const completed: CompletedFragment[] = [];
    // What one fragment brings or loses may be what another, before it, has to wait for.
    for (let before = -1; before !== completed.length;) {
      before = completed.length;
      for (const fragment of this.#waiting) {
        const outer = stateAround(fragment);
        if (outer === 'failed') this.#settle(fragment, 'failed');
        if (outer === 'failed' || outer === 'waiting') continue;
        this.#announce(fragment, pending);
        if (isReady(fragment.usage)) completed.push(this.#deliver(fragment, incremental));
      }
    }
    if (pending.length + completed.length === 0) return undefined;
    return {
      ...(pending.length > 0 && { pending }),
      ...(incremental.length > 0 && { incremental }),
      ...(completed.length > 0 && { completed }),
      hasNext: !this.isDone,
    };
  }

  #announce(fragment: Fragment, pending: PendingFragment[]): void {
    if (fragment.id !== undefined) return;
    const { usage, path } = fragment;
    const label = labelOf(usage.node);
    const id = String(this.#ids++);
    fragment.id = id;
    pending.push({ id, path, ...(label !== undefined && { label }) });
  }

  /** Sends all of a fragment that was not sent with another; nothing where a null rises to it. */
  #deliver(fragment: Fragment, incremental: IncrementalData[]): CompletedFragment {
    const id = fragment.id!;
    const { errors, failures } = this.#execution;
    const groups = fragment.groups.filter(one => !one.isDelivered);
    const made: { readonly group: GroupAt; readonly found: readonly GroupAt[]; readonly sent: IncrementalData }[] = [];
    for (const group of groups) {
      const { fields, row, path, around } = group;
      const data = group.complete(row, { errors, failures, path: [...path], depth: path.length }) as Row | null;
      if (data === null) {
        this.#settle(fragment, 'failed');
        const keys = fields.map(({ key }) => key);
        return { id, errors: this.#errors.ofLost(path, keys) };
      }
      const told = this.#errors.of(path, data);
      const found = this.#find({ fields, data, row, path, around });
      groups.push(...found.filter(one => fragmentsOf(one).includes(fragment)));
      made.push({ group, found, sent: { ...placeOf(group), data, ...(told.length > 0 && { errors: told }) } });
    }
    for (const { group, found, sent } of made) {
      group.isDelivered = true;
      this.#take(found);
      incremental.push(sent);
    }
    this.#settle(fragment, 'complete');
    return { id };
  }

  #settle(fragment: Fragment, state: 'complete' | 'failed'): void {
    fragment.state = state;
    this.#waiting.delete(fragment);
  }

  #take(groups: readonly GroupAt[]): void {
    for (const group of groups) {
      for (const fragment of fragmentsOf(group)) {
        fragment.groups.push(group);
        if (fragment.state !== 'bare') continue;
        fragment.state = 'waiting';
        this.#waiting.add(fragment);
      }
    }
  }

  /** What is to come of the objects in a part. */
  #find(made: Made, found: GroupAt[] = []): GroupAt[] {
    const { fields, data, row, path } = made;
    const deferral = this.#shape.deferralAt(fields);
    let { around } = made;
    if (deferral) {
      const inner = new Map(around);
      for (const usage of deferral.begun) {
        const parent = usage.parent && inner.get(usage.parent);
        inner.set(usage, { usage, path, parent, groups: [], state: 'bare' });
      }
      around = inner;
      for (const group of deferral.groups) found.push({ ...group, row, path, around, isDelivered: false });
    }
    for (const { key, planKey, shape } of fields) {
      this.#findIn(shape, { data: data[key], value: row[planKey], path: [...path, key], around }, found);
    }
    return found;
  }

  /** `data`: what the client gets of `value`. */
  #findIn(
    shape: Shape,
    at: { readonly data: unknown; readonly value: unknown; readonly path: Path; readonly around: Fragments },
    found: GroupAt[],
  ): void {
    const { data, value, path, around } = at;
    if (shape.kind === 'nonNull') this.#findIn(shape.of, at, found);
    else if (shape.kind === 'list' && Array.isArray(data) && Array.isArray(value)) {
      for (const [index, item] of data.entries()) {
        this.#findIn(shape.of, { data: item, value: value[index], path: [...path, index], around }, found);
      }
    } else if (isRow(data) && isRow(value)) {
      const fields = fieldsOf(shape, value);
      if (fields) this.#find({ fields, data, row: value, path, around }, found);
    }
  }
}

function fieldsOf(shape: Shape, value: Row): readonly ShapeField[] | undefined {
  if (shape.kind === 'object') return shape.fields;
  return shape.kind === 'abstract' ? (shape.fieldsOf(typenameOf(value)) ?? shape.shared) : undefined;
}

/** Whether the fragments around one have come, are to come, or never will. */
function stateAround({ parent }: Fragment): 'waiting' | 'complete' | 'failed' {
  if (parent === undefined) return 'complete';
  if (parent.state === 'complete' || parent.state === 'failed') return parent.state;
  const outer = stateAround(parent);
  return parent.state === 'bare' || outer === 'failed' ? outer : 'waiting';
}

function fragmentsOf({ usages, around }: GroupAt): Fragment[] {
  return usages.flatMap(usage => around.get(usage) ?? []);
}

/** A group's place, from the nearest of its fragments that the client knows. */
function placeOf(group: GroupAt): Pick<IncrementalData, 'id' | 'subPath'> {
  const known = fragmentsOf(group).filter(({ id, state }) => id !== undefined && state !== 'failed');
  const { id, path } = known.reduce((one, other) => (other.path.length > one.path.length ? other : one));
  const subPath = group.path.slice(path.length);
  return { id: id!, ...(subPath.length > 0 && { subPath }) };
}
