import { type Identity, publicIdentity } from '../../../../lib/kernel/identity.ts';
import type { Choices } from './choices.ts';
import { type FieldModel, type Model, type ObjectModel, namedType } from './model.ts';

/** What a type or a field asks for: to be somebody, or one of these sets of scopes. */
export type Asked = 'somebody' | readonly (readonly string[])[];

/** What of a graph is protected: types, and fields as `Type.field`, interfaces as well. */
export type Rights = ReadonlyMap<string, Asked>;

/** No object asks for it: what an interface asks for is never the sum of what its objects ask for. */
const ofInterfaces = 'i';

/** Protects some of a graph. */
export function makeRights(choices: Choices, model: Model): Rights {
  const rights = new Map<string, Asked>();
  const protect = (name: string, times: number): void => {
    if (!choices.oneIn(times)) return;
    const scopes = (): string[] => choices.some(['a', 'b', 'c']);
    rights.set(name, choices.oneIn(3) ? 'somebody' : choices.times(0, 2, scopes));
  };
  for (const name of ['Json', 'Kind']) protect(name, 8);
  for (const object of [...model.objects, model.query, model.mutation]) {
    if (object.kind !== 'root') protect(object.name, 12);
    for (const field of object.fields) protect(`${object.name}.${field.name}`, 7);
  }
  for (const { kind, name, fields } of model.abstracts) {
    if (kind === 'union') continue;
    for (const place of [name, ...fields.map(field => `${name}.${field.name}`)]) {
      if (choices.oneIn(10)) rights.set(place, [[ofInterfaces]]);
    }
  }
  return rights;
}

/** Somebody with some scopes, the public, or nobody. */
export function makeIdentity(choices: Choices): Identity | undefined {
  if (choices.oneIn(5)) return undefined;
  const scopes = choices.some(['a', 'b', 'c', ofInterfaces]);
  return choices.oneIn(5) ? { ...publicIdentity, scopes } : { subject: 'x', roles: [], areas: [], scopes };
}

/** Whether a field is refused: written from docs/supergraph.md, without the code that it is held against. */
export function isRefused(
  rights: Rights,
  identity: Identity | undefined,
  model: Model,
  object: ObjectModel,
  field: FieldModel,
): boolean {
  const isClosed = (name: string): boolean => {
    const asked = rights.get(name);
    if (asked === undefined) return false;
    if (asked === 'somebody') return identity === undefined || identity.subject === 'public';
    return !asked.some(scopes => scopes.every(scope => identity?.scopes.includes(scope)));
  };
  const interfacesOf = (name: string): string[] =>
    model.abstracts
      .filter(one => one.kind === 'interface' && one.members.some(member => member.name === name))
      .map(one => one.name);
  const leadsTo = namedType(field.type);
  const names = [
    ...[object.name, leadsTo].flatMap(name => [name, ...interfacesOf(name)]),
    ...[object.name, ...interfacesOf(object.name)].map(name => `${name}.${field.name}`),
  ];
  if (names.some(isClosed)) return true;
  return (field.requires ?? []).some(one => {
    const value = model.objects.find(({ name }) => name === namedType(one.field.type));
    const below = (one.subfields ?? []).some(inner => isRefused(rights, identity, model, value!, inner));
    return below || isRefused(rights, identity, model, object, one.field);
  });
}
