import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Authenticate } from '../identity/index.ts';
import { CodedError, callerError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import { type Identity, publicIdentity } from '../kernel/identity.ts';
import { type Access, type AccessModel, type Purposes, decide, readPurposes, Refusal } from '../trust/index.ts';
import { type LedgerRecord, beijingTime, recordsOf } from '../trust/ledger/index.ts';
import { policyOf } from './access-options.ts';

const paths = new Set(['/demo/county', '/demo/decision', '/demo/records']);

/** What a department decides on a type for whoever asks, in its own file's words. */
function decisionOn(identity: Identity, { access, model }: Policy, purposes: Purposes, type: string): object {
  const decision = decide(access, purposes, identity, type, new Date());
  if (decision instanceof Refusal) return { granted: false, code: decision.code, purpose: identity.purpose };
  const fields = [...(model.get(type)?.keys() ?? [])];
  return {
    granted: true,
    purpose: decision.purpose,
    rows: decision.rows,
    refused: decision.rows ? fields.filter(field => !decision.allows(field, 'read')) : fields,
    masks: Object.fromEntries([...decision.masks].filter(([field]) => fields.includes(field))),
    areas: decision.areas,
    statistics: decision.statistics,
    permit: decision.permit?.id,
  };
}

/** Names of departments and purposes, and the permits there are. */
function wordsOf({ departments }: County, { purposes, permits }: Purposes): object {
  return {
    departments: departments.map(({ id, name }) => ({ id, name })),
    purposes: [...purposes].map(([id, { name, basis, approvedBy }]) => ({ id, name, basis, approvedBy })),
    permits: [...permits.values()].map(({ id, purpose, matter }) => ({ id, purpose, matter })),
  };
}

interface Policy {
  readonly access: Access;
  readonly model: AccessModel;
}

/** Records of a month end and begin while a request runs, so the month before is looked at as well. */
function lastMonths(now: number): string[] {
  const month = beijingTime(now).slice(0, 7);
  const before = beijingTime(Date.parse(`${month}-01T00:00:00+08:00`) - 1).slice(0, 7);
  return [before, month];
}

/** What the departments' ledgers hold of one request of this subject. */
function recordsOfRequest(county: County, ledgers: string, { subject }: Identity, request: string): object[] {
  const isMeant = (record: LedgerRecord) =>
    record.kind === 'read' && record.request === request && record.subject === subject;
  return county.departments.flatMap(({ id: department }) =>
    [...recordsOf(join(ledgers, department), lastMonths(Date.now()))]
      .filter(isMeant)
      .map(record => ({ ...record, ledger: department })),
  );
}

function reply(response: ServerResponse, status: number, body: unknown): true {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, { ...headers, 'x-content-type-options': 'nosniff' }).end(JSON.stringify(body));
  return true;
}

function wrong(expected: string): Error {
  return callerError('BAD_REQUEST', { expected, got: 'something else', todo: 'correct it' });
}

/**
 * At a demonstration only. `GET /demo/county` names departments, purposes and permits. For whoever asks by his token, `GET
 * /demo/decision?department=…&type=…` tells what the department decides on a type of its own, as `countygraph access explain` does, and
 * `GET /demo/records?request=…` what the ledgers hold of one of his requests.
 */
export function demoInsight(county: County, ledgers: string, authenticate: Authenticate) {
  const purposes = readPurposes(county.folder);
  const policies = new Map<string, Policy>();
  const policy = (id: string): Policy => {
    if (!county.departments.some(department => department.id === id)) throw wrong('a department of the county');
    const known = policies.get(id) ?? policyOf(county, id, purposes);
    policies.set(id, known);
    return known;
  };
  const answer = async (request: IncomingMessage, { pathname, searchParams }: URL): Promise<object> => {
    if (pathname === '/demo/county') return wordsOf(county, purposes);
    const identity = (await authenticate(request)) ?? publicIdentity;
    const said = (word: string): string => searchParams.get(word) ?? '';
    if (pathname === '/demo/records') return { records: recordsOfRequest(county, ledgers, identity, said('request')) };
    const [known, type] = [policy(said('department')), said('type')];
    if (!known.model.has(type)) throw wrong('a type of the department');
    return decisionOn(identity, known, purposes, type);
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://gateway');
    if (request.method !== 'GET' || !paths.has(url.pathname)) return false;
    try {
      return reply(response, 200, await answer(request, url));
    } catch (error) {
      if (!(error instanceof CodedError) || error.kind !== 'caller') throw error;
      const { message, code } = error;
      return reply(response, code === 'UNAUTHENTICATED' ? 401 : 400, { errors: [{ message, extensions: { code } }] });
    }
  };
}
