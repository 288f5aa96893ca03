import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { levelOf } from '../kernel/area-code.ts';
import { shapeOf } from '../kernel/shape-of.ts';

function scalar(name: string, expected: string, valid: (text: string) => boolean): GraphQLScalarType {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && valid(value)) return value;
    throw new GraphQLError(`Expected ${expected}, got ${shapeOf(value)}; correct the value.`, {
      extensions: { code: 'BAD_VALUE' },
    });
  };
  return new GraphQLScalarType({
    name,
    serialize: value => value,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The scalars of schema/common.graphql. */
export const scalars: Record<string, GraphQLScalarType> = {
  Date: scalar('Date', 'a day as 2026-08-31', isDay),
  DateTime: scalar(
    'DateTime',
    'a moment as 2026-08-31T09:05:00+08:00',
    text => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)),
  ),
  Decimal: scalar('Decimal', 'a decimal number as text', text => /^-?\d+(\.\d+)?$/.test(text)),
  AreaCode: scalar('AreaCode', 'an area code of 6, 9, 12 or 15 digits', text => levelOf(text) !== undefined),
  GeoJSON: scalar('GeoJSON', 'no input', () => false),
};
