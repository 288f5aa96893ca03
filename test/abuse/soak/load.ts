import { Agent, type IncomingMessage, request } from 'node:http';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { levelOf, noteOf, titleOf } from './graph.ts';

type Row = Record<string, unknown>;

interface Answer {
  readonly data?: Row | null;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions?: { code?: string };
  }[];
}

/** A question, and what is wrong with an answer to it; undefined: nothing. */
interface Question {
  readonly body: unknown;
  readonly faultOf: (answer: Answer) => string | undefined;
}

const departmentCodes = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'SUBGRAPH_ERROR']);

/** A field of a department with faults: what it should be, or null with an error that says why. */
function faultOfField(answer: Answer, path: readonly (string | number)[], got: unknown, right: unknown) {
  if (JSON.stringify(got) === JSON.stringify(right)) return undefined;
  if (got !== null) return `${path.join('.')} is ${JSON.stringify(got)}`;
  const error = answer.errors?.find(one => one.path?.join('.') === path.join('.'));
  if (error === undefined) return `${path.join('.')} is null, and nothing says why`;
  return departmentCodes.has(error.extensions?.code ?? '') ? undefined : `${path.join('.')} has another error`;
}

function refusal(body: unknown, code: string): Question {
  return { body, faultOf: ({ errors }) => (errors?.[0]?.extensions?.code === code ? undefined : `no ${code}`) };
}

function exactly(query: string, data: Row): Question {
  const right = JSON.stringify({ data });
  return { body: { query }, faultOf: answer => (JSON.stringify(answer) === right ? undefined : 'another answer') };
}

function manyItems(first: number): Question {
  return {
    body: { query: 'query ($n: Int!) { items(first: $n) { id title notes { text } level } }', variables: { n: first } },
    faultOf(answer) {
      const items = answer.data?.['items'];
      if (!Array.isArray(items) || items.length !== first) return 'no items';
      for (const [i, { id, title, notes, level }] of (items as Row[]).entries()) {
        if (id !== `i${i}` || title !== titleOf(`i${i}`)) return `item ${i} is another`;
        const fault =
          faultOfField(answer, ['items', i, 'notes'], notes, [{ text: noteOf(`i${i}`) }]) ??
          faultOfField(answer, ['items', i, 'level'], level, levelOf(`i${i}`));
        if (fault !== undefined) return fault;
      }
      return undefined;
    },
  };
}

/** The departments' fields that are to fail must; those of the steady one must be there, whatever the others do. */
const questions: readonly (() => Question)[] = [
  () => exactly('{ item(id: "a") { id title } }', { item: { id: 'a', title: titleOf('a') } }),
  () => exactly('mutation { touch(id: "b") { title } }', { touch: { title: titleOf('b') } }),
  () => manyItems(3),
  () => manyItems(Math.ceil(Math.random() * 200)),
  () => ({
    body: { query: '{ level(id: "abc") }' },
    faultOf: answer => faultOfField(answer, ['level'], answer.data?.['level'], levelOf('abc')),
  }),
  () => refusal({ query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'),
  () => refusal({ query: `{ ${'item(id: 1) { '.repeat(30)} id ${'}'.repeat(31)}` }, 'TOO_DEEP'),
  () => refusal('no request', 'BAD_REQUEST'),
];

/** Whether the department that was killed answers again, and is not left alone for ever. */
export async function isBack(url: string): Promise<boolean> {
  const response = await fetch(`${url}?${new URLSearchParams({ query: '{ level(id: "abc") }' })}`);
  return ((await response.json()) as Answer).data?.['level'] === levelOf('abc');
}

/** What came of the load so far. */
export interface Tally {
  requests: number;
  /** Answers by what they were: `whole`, the first code of those with errors, `left` where the client went away. */
  readonly answers: Map<string, number>;
  /** Answers that should have been others, the first hundred. */
  readonly wrong: string[];
}

/** Clients that ask until they are ended. */
export class Load {
  readonly tally: Tally = { requests: 0, answers: new Map(), wrong: [] };
  readonly #url: string;
  readonly #clients: Promise<void>[];
  #isOver = false;

  constructor(url: string, clients: number) {
    this.#url = url;
    this.#clients = Array.from({ length: clients }, () => this.#run());
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#clients);
  }

  async #run(): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!this.#isOver) {
      const question = questions[Math.floor(Math.random() * questions.length)]!();
      this.tally.requests += 1;
      // One in twenty goes away before the answer, perhaps.
      if (Math.random() < 0.05) await this.#leave(question);
      else await this.#ask(question, agent);
      await wait(Math.random() * 10);
    }
    agent.destroy();
  }

  async #ask({ body, faultOf }: Question, agent: Agent): Promise<void> {
    try {
      const answer = JSON.parse(await this.#exchange(body, agent)) as Answer;
      this.#count(answer.errors?.[0]?.extensions?.code ?? (answer.errors ? 'an error without a code' : 'whole'));
      const fault = faultOf(answer);
      if (fault !== undefined) this.#blame(`${JSON.stringify(body)}: ${fault}: ${JSON.stringify(answer)}`);
    } catch (error) {
      this.#count('no answer');
      this.#blame(`${JSON.stringify(body)}: ${String(error)}`);
    }
  }

  async #exchange(body: unknown, agent: Agent): Promise<string> {
    const sent = request(this.#url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } });
    sent.end(JSON.stringify(body));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return text(response);
  }

  async #leave({ body }: Question): Promise<void> {
    const sent = request(this.#url, { method: 'POST', headers: { 'content-type': 'application/json' } });
    sent.on('error', () => undefined).end(JSON.stringify(body));
    await wait(Math.random() * 30);
    sent.destroy();
    this.#count('left');
  }

  #count(outcome: string): void {
    this.tally.answers.set(outcome, (this.tally.answers.get(outcome) ?? 0) + 1);
  }

  #blame(sentence: string): void {
    if (this.tally.wrong.length < 100) this.tally.wrong.push(sentence.slice(0, 500));
  }
}
