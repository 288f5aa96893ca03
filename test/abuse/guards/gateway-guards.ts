import type { Guard } from './mutate.ts';

const rights = 'gateway/rights';

/** What at the gateway keeps a field from those who have no right to it, each with what stands there once it is gone. */
export const gatewayGuards: readonly Guard[] = [
  {
    name: 'directives are known under the names that @link gives them',
    file: `${rights}/auth-directives.ts`,
    text: "found.set(String(other).replace(/^@/, ''), specification)",
    without: 'found.set(specification, specification)',
  },
  {
    name: 'a field asks for what its directives say',
    file: `${rights}/field-requirements.ts`,
    text: '      this.#own(field),\n',
    without: '',
  },
  {
    name: 'a field asks for what the field of its interface says',
    file: `${rights}/field-requirements.ts`,
    text: '...interfaces.map(one => this.#ofInterfaceField(one, name)),',
    without: '',
  },
  {
    name: 'a field asks for what its @requires reads',
    file: `${rights}/field-requirements.ts`,
    text: "typeof requires === 'string' ? [this.#ofSelection(selectionOf(requires), type)] : []",
    without: "typeof requires === 'object' ? [this.#ofSelection(selectionOf(''), type)] : []",
  },
  {
    name: '@authenticated asks for somebody',
    file: `${rights}/requirement.ts`,
    text: 'if (authenticated && identity.subject === publicIdentity.subject) return false;',
    without: 'if (authenticated && identity.subject === undefined) return false;',
  },
  {
    name: '@requiresScopes asks for scopes',
    file: `${rights}/requirement.ts`,
    text: 'if (scopes && !holdsOne(scopes, scope => identity.scopes.includes(scope))) return false;',
    without: '',
  },
  {
    name: '@policy asks for policies',
    file: `${rights}/requirement.ts`,
    text: 'return policies === undefined || holdsOne(policies,',
    without: 'return policies !== null || holdsOne(policies,',
  },
  {
    name: 'what is refused is left out of what is planned',
    file: 'gateway/execute/normal-form.ts',
    text: 'objects.filter(one => !denied.refusalOf(one.name, selection))',
    without: 'objects.filter(one => denied.refusalOf(one.name, selection) !== null)',
  },
  {
    name: 'what is refused is null in the answer, with its reason',
    file: 'gateway/execute/shape.ts',
    text: "if (refusal) return { ...place, key, shape: { kind: 'denied',",
    without: "if (refusal && key === '') return { ...place, key, shape: { kind: 'denied',",
  },
  {
    name: 'a plan is kept for what is refused',
    file: 'gateway/execute/operation.ts',
    text: "${denied ? ` ${denied.key}` : ''}",
    without: '',
  },
  {
    name: 'what a department says counts for the identity that it was said of',
    file: `${rights}/known-rights.ts`,
    text: "return identity === undefined ? '' : JSON.stringify(identity);",
    without: "return identity === undefined ? '' : '';",
  },
  {
    name: 'inputs by which a field is filtered',
    file: `${rights}/input-coordinates.ts`,
    text: 'used.add(`${type.name}.${name}`);',
    without: '',
  },
  {
    name: 'values of enums by which a field is ordered, grouped and counted',
    file: `${rights}/input-coordinates.ts`,
    text: 'used.add(`${type.name}.${String(value)}`);',
    without: ';',
  },
];
