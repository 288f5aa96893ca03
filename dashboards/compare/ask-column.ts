import { ClientError, createClient, type GraphError } from '../../lib/sdk/index.ts';
import { type Person, tokenOf } from '../data/demo.ts';
import { NotedClient, type NotedRequest } from './noted-client.ts';
import { noAnswer } from './no-answer.ts';
import type { Answered, Decision, Question, Scene } from './question.ts';

/** What one department's ledger wrote down of the request. */
export interface LedgerLine {
  /** The department whose ledger it is. */
  readonly ledger: string;
  /** Number of the record, from 0. */
  readonly seq: number;
  readonly purpose?: string;
  readonly permit?: string;
  readonly reads: readonly {
    readonly type: string;
    readonly rows: number;
    readonly decision: 'granted' | 'refused' | 'failed';
    readonly code?: string;
    readonly statistics?: string;
    readonly uses: Readonly<Record<string, readonly string[]>>;
  }[];
}

/** Everything about one reader's answer. */
export interface Column {
  readonly answered: Answered;
  readonly errors: readonly GraphError[];
  readonly decision: Decision;
  readonly records: readonly LedgerLine[];
  readonly requests: readonly NotedRequest[];
  /** By which the ledgers can be asked. */
  readonly requestId: string;
}

/** Asks a question as a person, and what the departments' files and ledgers say of it. Rejects when nobody answers. */
export async function askColumn(question: Question, { id }: Person, scene: Scene): Promise<Column> {
  const token = await tokenOf(id);
  const permit = question.underPermit ? scene.permit?.id : undefined;
  const headers = {
    authorization: `Bearer ${token}`,
    ...(permit === undefined ? {} : { 'countygraph-permit': permit }),
  };
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(path, { headers });
    if (response.status !== 200) throw new Error(`no answer from ${path}`);
    return response.json();
  };
  const requestId = newRequestId();
  const client = new NotedClient(
    createClient({
      url: 'graphql',
      token,
      ...(permit === undefined ? {} : { permit }),
      fetch: (input, init) =>
        fetch(input, { ...init, headers: { ...(init?.headers as object), 'x-request-id': requestId } }),
    }),
  );
  const { department, type } = question;
  const decision = (await read(`demo/decision?department=${department}&type=${type}`)) as Decision;
  const asking = { client, decision, scene, errors: () => client.errors };
  const answered = await question.ask(asking).catch((error: unknown) => {
    if (!(error instanceof ClientError) || error.code !== 'REQUEST_REFUSED') throw error;
    client.errors.push(...error.errors);
    return noAnswer;
  });
  // The ledgers have it: an answer leaves after its record.
  const { records } = (await read(`demo/records?request=${requestId}`)) as { readonly records: readonly LedgerLine[] };
  return { answered, errors: client.errors, decision, records, requests: client.requests, requestId };
}

function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `compare-${Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
