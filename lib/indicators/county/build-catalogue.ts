import { operatorError } from '../../kernel/coded-error.ts';
import type { Form, Indicator, Part } from '../indicator.ts';
import type { AnyDimension } from '../record-type.ts';
import type { Declared } from './declared.ts';
import type { PlacedText, Plain, VersionText } from './indicator-text.ts';
import { type Fault, readFormula } from './read-formula.ts';

/** One version of an indicator as a file says it, and how to tell where it is wrong. */
interface Said {
  readonly id: string;
  readonly value: VersionText;
  at(...path: string[]): Fault;
}

/**
 * The catalogue with a county's own indicators and its changes, in any order. A change holds from its day; figures of periods
 * that end before it follow what was before.
 * @throws CodedError BAD_INDICATOR, with file and line
 */
export function buildCatalogue(
  catalogue: readonly Indicator[],
  texts: readonly PlacedText[],
  declared: Declared,
): Indicator[] {
  const byId = new Map(catalogue.map(definition => [definition.id, definition]));
  for (const text of texts) {
    const { add: id } = text.value;
    if (id === undefined) continue;
    if (byId.has(id)) throw faultAt(text, ['add'])('an id that no indicator has', id);
    byId.set(id, added({ id, value: text.value, at: (...path) => faultAt(text, path) }, declared));
  }
  for (const said of texts.flatMap(changesOf).sort((a, b) => (a.value.from < b.value.from ? -1 : 1))) {
    const base = byId.get(said.id);
    if (base === undefined) throw said.at('override')('the id of an indicator', said.id);
    byId.set(said.id, changed(base, said, declared));
  }
  for (const text of texts) {
    const { companions = [], changes = [] } = text.value;
    const stranger = companions.find(id => !byId.has(id));
    if (stranger !== undefined) throw faultAt(text, ['companions'])('ids of indicators', stranger);
    for (const [n, change] of changes.entries()) {
      const another = change.companions?.find(id => !byId.has(id));
      if (another === undefined) continue;
      throw faultAt(text, ['changes', String(n), 'companions'])('ids of indicators', another);
    }
  }
  return [...byId.values()];
}

function faultAt({ where }: PlacedText, path: readonly string[]): Fault {
  return (expected, got) => operatorError('BAD_INDICATOR', { expected, got, todo: `correct ${where(...path)}` });
}

/** What a file changes: in its first version where it overrides, and in those under `changes`. */
function changesOf(text: PlacedText): Said[] {
  const { override, add, changes = [] } = text.value;
  const id = override ?? add ?? '';
  const first =
    override === undefined ? [] : [{ id, value: text.value, at: (...path: string[]) => faultAt(text, path) }];
  const later = changes.map((value, n) => ({
    id,
    value,
    at: (...path: string[]) => faultAt(text, ['changes', String(n), ...path]),
  }));
  return [...first, ...later];
}

const required = [
  'owner',
  'name',
  'question',
  'numerator',
  'denominator',
  'periodDate',
  'unit',
  'direction',
  'perverse',
  'references',
  'evidence',
  'companions',
] as const satisfies readonly (keyof Plain)[];

function added(said: Said, declared: Declared): Indicator {
  const { id, value } = said;
  const lacks = [...required, 'forms' as const].find(word => value[word] === undefined);
  if (lacks !== undefined) throw said.at('add')(`${lacks} in a new indicator`, 'none');
  const forms = formsOf(said, declared);
  const definition = {
    ...(value as Plain),
    id,
    forms,
    dimensions: dimensionsOf(value.dimensions ?? [], forms, said, declared),
    ...optional(value),
    versions: [{ version: 1, from: value.from }],
  } as const;
  return only(definition, said, declared);
}

function changed(base: Indicator, said: Said, declared: Declared): Indicator {
  const { value } = said;
  const last = base.versions.at(-1) ?? base.versions[0];
  if (value.from <= last.from) throw said.at('from')(`a day after ${last.from}`, value.from);
  const plain = Object.fromEntries(required.flatMap(word => (value[word] === undefined ? [] : [[word, value[word]]])));
  const forms = value.forms === undefined ? base.forms : formsOf(said, declared);
  const wanted = value.dimensions ?? base.dimensions;
  const version = {
    version: last.version + 1,
    from: value.from,
    ...(value.change && { change: value.change }),
    ...(value.breaks === undefined ? {} : { breaks: value.breaks }),
  };
  const definition: Indicator = {
    ...base,
    ...(plain as Partial<Plain>),
    ...optional(value),
    forms,
    dimensions: dimensionsOf(wanted, forms, said, declared),
    versions: [...base.versions, version],
    earlier: base,
  };
  return only(definition, said, declared);
}

type Optional = Pick<Indicator, 'aim' | 'band' | 'exclude' | 'yearBegins'>;

function optional({ aim, band, exclude, yearBegins }: VersionText): Optional {
  return {
    ...(aim === undefined ? {} : { aim }),
    ...(band === undefined ? {} : { band }),
    ...(exclude === undefined ? {} : { exclude }),
    ...(yearBegins === undefined ? {} : { yearBegins }),
  };
}

/** Checks the words that depend on each other. */
function only(definition: Indicator, said: Said, declared: Declared): Indicator {
  const { band, exclude = {}, dimensions } = definition;
  if (band && band.low >= band.high) throw said.at('band')('low below high', `${band.low} and ${band.high}`);
  for (const [name, values] of Object.entries(exclude)) {
    const fault = said.at('exclude', name);
    if (!dimensions.some(each => each === name))
      throw fault(`a dimension: ${dimensions.join(', ') || 'it has none'}`, name);
    for (const type of typesOf(definition.forms)) {
      const known = declared.get(type)?.dimensions.get(name) ?? [];
      const wrong = values.find(value => known.length > 0 && !known.includes(value));
      if (wrong !== undefined) throw fault(`values of ${name}: ${known.join(', ')}`, wrong);
    }
  }
  return definition;
}

function formsOf(said: Said, declared: Declared): [Form, ...Form[]] {
  const forms = (said.value.forms ?? []).map(({ form, observationDays, value, parts }, i) => {
    const at = (...path: string[]): Fault => said.at('forms', String(i), ...path);
    if ((value === undefined) === (parts === undefined)) throw at()('value or parts', 'both or none');
    const made: Part[] =
      value === undefined
        ? (parts ?? []).map((part, n) => ({
            id: part.id,
            name: part.name,
            formula: readFormula(part.value, declared, at('parts', String(n), 'value')),
          }))
        : [{ id: null, name: null, formula: readFormula(value, declared, at('value')) }];
    return { form, parts: made, ...(observationDays === undefined ? {} : { observationDays }) };
  });
  const [first, ...others] = forms;
  if (first === undefined) throw said.at('forms')('a form', 'none');
  return [first, ...others];
}

function typesOf(forms: readonly Form[]): string[] {
  const terms = forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms));
  return [...new Set(terms.map(({ type }) => type))];
}

function dimensionsOf(
  names: readonly string[],
  forms: readonly Form[],
  said: Said,
  declared: Declared,
): AnyDimension[] {
  for (const name of names) {
    const lacks = typesOf(forms).find(type => !declared.get(type)?.dimensions.has(name));
    if (lacks !== undefined)
      throw said.at('dimensions')(
        `dimensions of ${lacks}: ${[...(declared.get(lacks)?.dimensions.keys() ?? [])].join(', ')}`,
        name,
      );
  }
  return names.map(name => name as AnyDimension);
}
