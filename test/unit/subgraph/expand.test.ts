import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, printType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readContract } from '../../../lib/subgraph/index.ts';
import { expand } from '../../../lib/subgraph/expand.ts';
import { readModel } from '../../../lib/subgraph/model.ts';

const sdl = `
enum HazardGrade { GENERAL MAJOR }

type Hazard @key(fields: "id") @records
  @events(measure: "FOUND", on: "foundOn")
  @durations(measure: "TIME", from: "foundOn", to: "rectifiedOn", unit: DAY, where: [{ field: "grade", in: ["MAJOR"] }]) {
  id: ID!
  grade: HazardGrade @dimension
  foundOn: Date
  rectifiedOn: Date
  fine: Decimal
  place: Place
  inspection: Inspection
}

type Inspection @key(fields: "id") @records(list: "checks") {
  id: ID!
  madeOn: Date
  hazards: [Hazard!] @many(via: "inspection")
}

type Accident @records(root: false) { deaths: Int }

type Place @key(fields: "code") @interfaceObject {
  code: AreaCode!
  hazards: [Hazard!] @many(via: "place")
}
`;

const common = readFileSync('schema/common.graphql', 'utf8');
const contract = expand(readModel(sdl), common);
const schema = buildSubgraphSchema(parse(contract));

function printed(...names: string[]): string {
  return names
    .map(name => {
      const type = schema.getType(name);
      return type ? printType(type) : `no ${name}`;
    })
    .join('\n\n');
}

describe('a department written out', () => {
  test('one type', () => {
    expect(
      printed(
        'Hazard',
        'HazardFilter',
        'HazardOrder',
        'HazardMeasure',
        'HazardDimension',
        'HazardStats',
        'HazardStatRow',
        'HazardLeftOut',
      ),
    ).toMatchInlineSnapshot(`
      "type Hazard {
        id: ID!
        grade: HazardGrade
        foundOn: Date
        rectifiedOn: Date
        fine: Decimal
        place: Place
        inspection: Inspection
      }

      """All conditions must hold."""
      input HazardFilter {
        """Rows in any of these places."""
        within: [AreaCode!]
        id: IDFilter
        grade: HazardGradeFilter
        foundOn: DateFilter
        rectifiedOn: DateFilter
        fine: DecimalFilter
        inspection: IDFilter
      }

      enum HazardOrder {
        ID_ASC
        ID_DESC
        FOUND_ON_ASC
        FOUND_ON_DESC
        RECTIFIED_ON_ASC
        RECTIFIED_ON_DESC
        FINE_ASC
        FINE_DESC
      }

      enum HazardMeasure {
        FOUND
        TIME
      }

      enum HazardDimension {
        GRADE
      }

      type HazardStats {
        asOf: Date!
        profile: DisclosureProfile!

        """
        What counts are rounded to by town and month (coarser ones are sums of them); null where they are exact.
        """
        roundedTo: Int

        """
        Exact: cells that are not empty, by period, area and dimensions; a cell without a row is 0. Protected: every cell asked for.
        """
        rows: [HazardStatRow!]!

        """
        Measures asked that rest on a field which the department's database does not keep; their values are null.
        """
        notKept: [HazardMeasure!]!

        """
        Places that the reader may see, with all inside them; null: all. Of another place there is no row, and that is no 0.
        """
        granted: [AreaCode!]

        """Rows that a measure could not use, whatever their period."""
        leftOut: [HazardLeftOut!]!
      }

      type HazardStatRow {
        """2026-08, 2026-Q3 or 2026."""
        period: String!

        """Null for rows whose area is not known at the level."""
        area: AreaCode
        grade: HazardGrade

        """
        One per measure asked, in that order; null where suppressed or not kept.
        """
        values: [Float]!

        """One per value, when not all are OK."""
        statuses: [CellStatus!]

        """
        One per value of a protected statistic: how far it may be from the truth, in 95 of 100 cells; null for amounts.
        """
        margins: [Int]

        """One per durations measure asked, in that order."""
        durations: [Durations!]!
      }

      type HazardLeftOut {
        measure: HazardMeasure!
        area: AreaCode
        reason: LeftOutReason!
        rows: Int!
      }"
    `);
  });

  test('the fields of Query and of a place', () => {
    expect(printed('Query', 'Place', 'Inspection')).toMatchInlineSnapshot(`
      "type Query {
        hazard(id: ID!): Hazard
        hazards(
          """At most 1,000."""
          first: Int = 50
          after: String
          filter: HazardFilter
          orderBy: HazardOrder
        ): HazardConnection
        hazardStats(
          measures: [HazardMeasure!]!
          by: [HazardDimension!]
          period: PeriodInput!

          """Places whose rows count; the whole county when absent."""
          within: [AreaCode!]
          level: PlaceLevel = COUNTY

          """The cut-off; the last day of data when absent."""
          asOf: Date
        ): HazardStats
        hazardQuality: RecordQuality
        inspection(id: ID!): Inspection
        checks(
          """At most 1,000."""
          first: Int = 50
          after: String
          filter: InspectionFilter
          orderBy: InspectionOrder
        ): InspectionConnection
        inspectionQuality: RecordQuality
        _entities(representations: [_Any!]!): [_Entity]!
        _service: _Service!
      }

      type Place {
        code: AreaCode!
        hazards(
          """At most 1,000."""
          first: Int = 50
          after: String
          filter: HazardFilter
          orderBy: HazardOrder
        ): HazardConnection
        hazardStats(
          measures: [HazardMeasure!]!
          by: [HazardDimension!]
          period: PeriodInput!

          """The cut-off; the last day of data when absent."""
          asOf: Date
        ): HazardStats
      }

      type Inspection {
        id: ID!
        madeOn: Date
        hazards(
          """At most 1,000."""
          first: Int = 50
          after: String
          filter: HazardFilter
          orderBy: HazardOrder
        ): HazardConnection
      }"
    `);
  });

  test('leaves no trace of our own words', () => {
    expect(contract).not.toMatch(/@(records|special|dimension|many|one|events|stock|cohort|sum|durations)\b/);
  });

  test('what no field reaches is not in it', () => {
    expect(schema.getType('AccidentConnection')).toBeUndefined();
    expect(schema.getType('InspectionStats')).toBeUndefined();
  });
});

test.each([
  ['text that is no GraphQL', 'type {', /parses/],
  [
    'a measure on a field that is not there',
    'type A @records @events(measure: "M", on: "at") { id: ID! }',
    /fields of A in @events\(measure: "M"\), got at/,
  ],
  [
    'a condition on a field that is not there',
    'type A @records @events(measure: "M", on: "at", where: [{ field: "kind", in: ["X"] }]) { at: Date }',
    /got kind/,
  ],
  [
    'a measure on a field that is not stored',
    'type A @records @events(measure: "M", on: "at") { at: Date @special }',
    /got at/,
  ],
  [
    'a last day that not every month has',
    'type A @records @events(measure: "M", on: "at", lastDays: 31) { at: Date }',
    /lastDays from 1 to 25 in @events\(measure: "M"\), got 31/,
  ],
  [
    'what lies before a moment',
    'type A @records @events(measure: "M", on: "at", before: "then") { at: Date then: DateTime }',
    /fields of the type Date in @events\(measure: "M", before:\), got at and then/,
  ],
  ['children without such a link', 'type A @records { id: ID! }\ntype B { as: [A!] @many(via: "b") }', /A\.b.*B\.as/],
  ['children of another department', 'type A { b: ID }\ntype B { a: A @one(via: "b") }', /A\.b.*B\.a/],
])('%s is BAD_SCHEMA', (_, text, message) => {
  expect(() => readModel(text)).toThrow(
    expect.objectContaining({ code: 'BAD_SCHEMA', kind: 'operator', message: expect.stringMatching(message) }),
  );
});

test('an unknown department is UNKNOWN_DEPARTMENT', () => {
  expect(() => readContract('weather')).toThrow(expect.objectContaining({ code: 'UNKNOWN_DEPARTMENT' }));
});
