import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { Lru } from '../lru.ts';
import { type PlanAnswer, type PlanQuestion, type PlannedGraph, type QueryPlan, planFailed } from '../planner.ts';

/** Answers and refusals kept for those who asked. */
const mostKept = 500;
/** How long one plan may take, in milliseconds; most take one. */
const patience = 10_000;

/** Thrown in place of a plan that the planning process has still to make. */
export class Unplanned {
  /** Ends when the plan is there, or is known to be none. Never rejects. */
  readonly made: Promise<void>;

  constructor(made: Promise<void>) {
    this.made = made;
  }
}

/** When the plan is there for want of which something was thrown; undefined for anything else. */
export function planningOf(thrown: unknown): Promise<void> | undefined {
  return thrown instanceof Unplanned ? thrown.made : undefined;
}

/** Does again what stopped for want of a plan, once the plan is there. */
export async function whenPlanned<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const made = planningOf(error);
      if (made === undefined) throw error;
      await made;
    }
  }
}

interface Waiting {
  readonly key: string;
  readonly question: PlanQuestion;
  readonly done: () => void;
  /** Whether somebody else has ended the process at it before. */
  isRepeated: boolean;
}

type Outcome = { readonly plan: QueryPlan } | { readonly fault: string };

/**
 * A planner in a process of its own. There are operations by which the planner ends its process, and may be some that it would
 * think about for ever: here they cost themselves only. Questions are answered one after the other, so that it is known which one
 * ended it.
 */
export class PlanningProcess {
  readonly #graph: PlannedGraph;
  readonly #here: PlanAnswer;
  readonly #known = new Lru<Outcome>(mostKept);
  readonly #made = new Map<string, Promise<void>>();
  readonly #queue: Waiting[] = [];
  #child: ChildProcess | undefined;
  #isReady = false;
  /** It did not come up. That is no reason to refuse what it was never asked. */
  #isUnable = false;
  #isClosed = false;
  #current: Waiting | undefined;
  /** The end of waiting for the process to come up, then for each of its answers. */
  #timer: NodeJS.Timeout | undefined;

  /** `here`: answers in place of a process that cannot be started. */
  constructor(graph: PlannedGraph, here: PlanAnswer) {
    this.#graph = graph;
    this.#here = here;
  }

  /** Throws Unplanned for a question that has not been answered yet, and PLAN_FAILED. */
  readonly answer: PlanAnswer = question => {
    const key = JSON.stringify(question);
    const known = this.#known.get(key);
    if (known === undefined && this.#isUnable) return this.#here(question);
    if (known === undefined) throw new Unplanned(this.#ask(key, question));
    if ('fault' in known) throw planFailed(known.fault);
    return known.plan;
  };

  /** Starts the process before the first question. */
  start(): void {
    if (this.#child || this.#isClosed) return;
    // Options of Node that the gateway was started with are not meant for it.
    const child = fork(join(import.meta.dirname, 'child.ts'), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    this.#isReady = false;
    this.#timer = setTimeout(() => this.#unable(child), patience);
    // While nobody waits it holds up nobody's end, and it ends with us.
    child.unref();
    child.channel?.unref();
    this.#timer.unref();
    child.on('message', (message: Outcome | 'ready') => this.#told(child, message));
    child.on('error', () => this.#ended(child, null));
    child.once('exit', (_, signal) => this.#ended(child, signal));
    child.send(this.#graph);
  }

  close(): void {
    this.#isClosed = true;
    if (this.#child?.connected) this.#child.disconnect();
  }

  #ask(key: string, question: PlanQuestion): Promise<void> {
    const known = this.#made.get(key);
    if (known) return known;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#made.set(key, promise);
    this.#queue.push({ key, question, done: resolve, isRepeated: false });
    this.#next();
    return promise;
  }

  #next(): void {
    if (this.#current || this.#queue.length === 0) return;
    if (this.#isClosed) return this.#leave();
    this.start();
    if (!this.#isReady) return void this.#timer?.ref();
    this.#current = this.#queue.shift()!;
    this.#timer = setTimeout(() => this.#giveUp(), patience);
    this.#child?.send(this.#current.question);
  }

  /** What comes from a process that was given up would be taken for the answer to another question. */
  #told(child: ChildProcess, message: Outcome | 'ready'): void {
    if (this.#child !== child) return;
    if (message !== 'ready') return this.#settle(message);
    clearTimeout(this.#timer);
    this.#isReady = true;
    this.#next();
  }

  #giveUp(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
    this.#settle({ fault: `the planner had no plan after ${patience / 1000} s` });
  }

  #ended(child: ChildProcess, signal: NodeJS.Signals | null): void {
    if (this.#child !== child) return;
    if (!this.#isReady) return this.#unable(child);
    this.#child = undefined;
    const asked = this.#current;
    // The planner ends by other signals: here somebody else, or the system for want of memory, has ended it.
    if (asked && !asked.isRepeated && (signal === 'SIGKILL' || signal === 'SIGTERM')) {
      clearTimeout(this.#timer);
      this.#current = undefined;
      this.#queue.unshift({ ...asked, isRepeated: true });
      this.#next();
    } else if (asked) this.#settle({ fault: 'the planner could not go on with it' });
  }

  #unable(child: ChildProcess): void {
    child.kill('SIGKILL');
    this.#child = undefined;
    this.#leave();
  }

  /** From now on this process answers, those who wait as well. */
  #leave(): void {
    this.#isUnable = true;
    clearTimeout(this.#timer);
    for (const { done } of this.#queue.splice(0)) done();
    this.#made.clear();
  }

  #settle(outcome: Outcome): void {
    clearTimeout(this.#timer);
    const asked = this.#current;
    this.#current = undefined;
    if (asked) {
      this.#known.set(asked.key, outcome);
      this.#made.delete(asked.key);
      asked.done();
    }
    this.#next();
  }
}
