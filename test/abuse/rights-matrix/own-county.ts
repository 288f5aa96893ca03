import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Gateway, type Transport, compose, createGateway, inProcessTransport } from '../../../gateway/index.ts';
import { type County, departmentUrl, loadCounty } from '../../../lib/kernel/county.ts';
import type { Identity } from '../../../lib/kernel/identity.ts';
import { type Department, openDepartment, publicErrors } from '../../../lib/subgraph/index.ts';
import { type LedgerRecord, openLedger } from '../../../lib/trust/ledger/index.ts';
import { generateCounty } from '../../../lib/synthetic/index.ts';

const fengxi = join(import.meta.dirname, '../../../counties/fengxi');
const disclosureKey = 'k'.repeat(32);
const ids = ['grid', 'justice', 'court', 'procuratorate'];

/** What the court grants in this test: parts of its types. */
const courtAccess = `version: 2
grades:
  CourtCase: { '*': 2 }
  Enforcement: { '*': 2 }
  JudicialAuction: { '*': 2 }
  JudicialConfirmation: { '*': 2 }
grants:
  - to: { role: reader }
    purpose: governance-analysis
    read: { CourtCase: [id, kind, filedOn, dispute], Enforcement: [filedOn, courtCase, place] }
    count: { CourtCase: [kind, filedOn, place] }
    statistics: exact
  - to: { role: counter }
    purpose: governance-analysis
    count: { CourtCase: [kind, filedOn, place] }
    statistics: exact
  - to: { role: masked }
    purpose: governance-analysis
    read: { CourtCase: [id, kind, filedOn, claimAmount, dispute] }
    mask: { CourtCase: { claimAmount: band, filedOn: month } }
    statistics: none
  - to: { role: town }
    purpose: governance-analysis
    read: { CourtCase: [id, place] }
    where: { place: own-area }
    statistics: none
  - to: { role: whole }
    purpose: governance-analysis
    read: { '*': all }
    statistics: exact
`;

export interface OwnCounty {
  readonly departments: ReadonlyMap<string, Department>;
  /** A gateway over the departments. `rights`: what it is told that a department refuses; undefined: it is told nothing. */
  gateway(rights?: (department: Department, identity: Identity | undefined) => unknown): {
    readonly gateway: Gateway;
    /** Departments that were asked, with the query. */
    readonly asked: string[];
  };
  /** Records of the court's ledger so far. */
  records(): LedgerRecord[];
  close(): Promise<void>;
}

/** Four departments over SQLite, of which the court grants parts of its types. */
export async function openOwnCounty(): Promise<OwnCounty> {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-rights-'));
  cpSync(fengxi, join(folder, 'county'), { recursive: true });
  writeFileSync(join(folder, 'county/court.access.yaml'), courtAccess);
  const county: County = loadCounty(join(folder, 'county'));
  await generateCounty({ county, target: 'sqlite:{data}/{department}.sqlite', dataDir: folder, scale: 0.02 });
  const departments = new Map<string, Department>();
  for (const id of ids) {
    departments.set(
      id,
      await openDepartment({
        county,
        id,
        databaseUrl: departmentUrl(county, id, folder),
        ledger: id === 'court' ? await openLedger(join(folder, 'ledger'), { department: id }) : undefined,
        disclosureKey,
      }),
    );
  }
  const { supergraphSdl } = compose(
    [...departments].map(([name, { sdl }]) => ({ name, url: `http://127.0.0.1:9/${name}`, sdl })),
  );

  return {
    departments,
    gateway(rights) {
      const asked: string[] = [];
      const transports = [...departments].map(([name, department]): [string, Transport] => {
        const transport = inProcessTransport(
          async (request, { identity, signal }) => {
            asked.push(`${name}: ${request.query}`);
            const result = await department.execute(request, identity!, signal);
            const errors = publicErrors(result);
            return { data: result.data ?? null, ...(errors ? { errors } : {}) };
          },
          { ...(rights && { rights: async ({ identity }) => rights(department, identity) }) },
        );
        return [name, transport];
      });
      return { gateway: createGateway({ supergraphSdl, transports: new Map(transports) }), asked };
    },
    records() {
      const files = readdirSync(join(folder, 'ledger/records'));
      return files
        .flatMap(file =>
          readFileSync(join(folder, 'ledger/records', file), 'utf8')
            .trim()
            .split('\n'),
        )
        .map(line => JSON.parse(line) as LedgerRecord);
    },
    async close() {
      await Promise.all([...departments.values()].map(one => one.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
