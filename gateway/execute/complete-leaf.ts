import { type GraphQLEnumType, type GraphQLScalarType, isEnumType } from 'graphql';
import { type Complete, type FieldPlace, tellInvalid } from './walk.ts';

const isBuiltIn: Record<string, (value: unknown) => boolean> = {
  // Exactly the whole numbers of 32 bits.
  Int: value => (value as number) === ((value as number) | 0),
  Float: value => typeof value === 'number',
  String: value => typeof value === 'string',
  Boolean: value => typeof value === 'boolean',
};

/** A value that is not null is checked against its type; custom scalars are the departments' own matter. */
export function completeLeaf(type: GraphQLScalarType | GraphQLEnumType, place: FieldPlace): Complete {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(value => value.name));
    return (value, walk) => (names.has(value) ? value : tellInvalid(walk, place, `a value of ${type.name}`));
  }
  if (type.name === 'ID') {
    return (value, walk) => {
      if (typeof value === 'string') return value;
      return Number.isInteger(value) ? String(value) : tellInvalid(walk, place, 'an ID');
    };
  }
  const accepts = isBuiltIn[type.name];
  if (accepts === undefined) return value => value;
  return (value, walk) => (accepts(value) ? value : tellInvalid(walk, place, `a value of ${type.name}`));
}
