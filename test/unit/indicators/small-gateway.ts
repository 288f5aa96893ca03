import { readFileSync } from 'node:fs';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { type Client, createClient, type RawRequest } from '../../../lib/sdk/index.ts';
import type { Row } from '../../../lib/indicators/source.ts';

/** A graph of three departments with the statistics of the real one, answering from fixed rows through graphql-js. */
const common = readFileSync(new URL('../../../schema/common.graphql', import.meta.url), 'utf8');
const shared = common.replaceAll(' @shareable', '');

function statistics(type: string, measures: string): string {
  return `
    enum ${type}Measure { ${measures} }
    type ${type}StatRow { period: String! area: AreaCode kind: String channel: String level: String urban: Boolean
      procedure: String closingMode: String appealOutcome: String values: [Float]! statuses: [CellStatus!] margins: [Int] durations: [Durations!]! }
    type ${type}LeftOut { measure: ${type}Measure! area: AreaCode reason: LeftOutReason! rows: Int! }
    type ${type}Stats { asOf: Date! profile: DisclosureProfile! roundedTo: Int notKept: [${type}Measure!]! granted: [AreaCode!] rows: [${type}StatRow!]! leftOut: [${type}LeftOut!]! }
    enum ${type}Dimension { KIND CHANNEL PROCEDURE }`;
}

function field(type: string): string {
  const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}Stats`;
  return `${name}(measures: [${type}Measure!]!, by: [${type}Dimension!], period: PeriodInput!, within: [AreaCode!], level: PlaceLevel = COUNTY, asOf: Date): ${type}Stats`;
}

const types = {
  Dispute: 'ACCEPTED ACCEPTED_FOLLOWED ACCEPTED_RESOLVED RESOLVED',
  CourtCase: 'FILED CLOSED PENDING TIME_TO_CLOSE FILED_CIVIL_OR_ADMINISTRATIVE',
  Grid: 'POPULATION',
};
const schema = buildSchema(`${shared}
  ${Object.entries(types)
    .map(([type, measures]) => statistics(type, measures))
    .join('\n')}
  type Place { code: AreaCode! level: PlaceLevel! name: String! }
  type Query {
    places(level: PlaceLevel, within: AreaCode, name: String): [Place!]
    ${Object.keys(types).map(field).join('\n')}
  }`);

const places = [
  { code: '330199', level: 'COUNTY', name: '枫溪县' },
  { code: '330199001', level: 'TOWN', name: '城关镇' },
  { code: '330199002', level: 'TOWN', name: '新河镇' },
  { code: '330199001201', level: 'VILLAGE', name: '红旗村' },
  { code: '330199002201', level: 'VILLAGE', name: '红旗村' },
];

type Department = (args: Readonly<Record<string, unknown>>) => {
  rows: Partial<Row>[];
  notKept?: string[];
  granted?: string[];
  profile?: 'EXACT' | 'PROTECTED' | 'PUBLIC';
  roundedTo?: number;
  leftOut?: { measure: string; area: string | null; reason: string; rows: number }[];
};

interface PlacesArguments {
  level?: string;
  within?: string;
  name?: string;
}

const findPlaces = ({ level, within = '', name }: PlacesArguments) =>
  places.filter(
    place =>
      (level === undefined || place.level === level) &&
      place.code.startsWith(within) &&
      (name === undefined || place.name.includes(name)),
  );

/** A client of that graph, and the requests that it has carried. Departments not given are away. */
export function smallGateway(departments: Record<string, Department>): { client: Client; requests: RawRequest[] } {
  const requests: RawRequest[] = [];
  const rootValue = Object.fromEntries(
    ['disputeStats', 'courtCaseStats', 'gridStats'].map(name => [
      name,
      (args: Readonly<Record<string, unknown>>) => {
        const department = departments[name];
        if (department === undefined) {
          throw new GraphQLError('Expected an answer from court, got no connection; try again later.', {
            extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'court' },
          });
        }
        const { rows, ...more } = department(args);
        const exact = { asOf: '2026-09-30', profile: 'EXACT', notKept: [], leftOut: [] };
        return { ...exact, ...more, rows: rows.map(row => ({ durations: [], ...row })) };
      },
    ]),
  );
  const client = createClient({
    async execute(request) {
      requests.push(request);
      const { data, errors } = await graphql({
        schema,
        source: request.query,
        variableValues: { ...request.variables },
        rootValue: { ...rootValue, places: findPlaces },
      });
      const told = errors?.map(({ message, extensions }) => ({
        message,
        extensions: { code: String(extensions['code']) },
      }));
      return { data, ...(told && { errors: told }) };
    },
  });
  return { client, requests };
}
