import { Ajv } from 'ajv';
import schema from '../../../schema/indicator.schema.json' with { type: 'json' };
import { type CheckedYaml, readCheckedYaml } from '../../kernel/checked-yaml.ts';
import { operatorError } from '../../kernel/coded-error.ts';
import type { Text } from '../../kernel/text.ts';
import type { Form, FormName, Indicator, Part } from '../indicator.ts';
import type { AnyDimension } from '../record-type.ts';
import type { Declared } from './declared.ts';
import { type Fault, readFormula, type ValueText } from './read-formula.ts';

interface FormText {
  readonly form: FormName;
  readonly observationDays?: number;
  readonly value?: ValueText;
  readonly parts?: readonly { readonly id: string; readonly name: Text; readonly value: ValueText }[];
}

type Plain = Pick<
  Indicator,
  'owner' | 'name' | 'question' | 'numerator' | 'denominator' | 'periodDate' | 'unit' | 'direction' | 'perverse'
> &
  Pick<Indicator, 'references' | 'evidence' | 'companions'>;

type FileText = Partial<Plain> &
  Pick<Indicator, 'aim' | 'band' | 'exclude' | 'yearBegins'> & {
    readonly override?: string;
    readonly add?: string;
    readonly from: string;
    readonly change?: Text;
    readonly breaks?: boolean;
    readonly dimensions?: readonly string[];
    readonly forms?: readonly [FormText, ...FormText[]];
  };

const ajv = new Ajv({ allErrors: false, strict: false, allowUnionTypes: true });
const check = ajv.compile<FileText>(schema);
const words = { code: 'BAD_INDICATOR', what: 'an indicator', write: 'write one as docs/indicators.md shows' };

/**
 * The catalogue with a county's own indicators and its changes: `files` of counties/<name>/indicators/, in any order. A change
 * holds from its day; figures of periods that end before it follow what was before.
 * @throws CodedError BAD_INDICATOR, with file and line
 */
export function readCountyCatalogue(
  catalogue: readonly Indicator[],
  files: readonly string[],
  declared: Declared,
): Indicator[] {
  const texts = files.map(file => readCheckedYaml(file, check, words));
  const byId = new Map(catalogue.map(definition => [definition.id, definition]));
  for (const text of texts) {
    const id = text.value.add;
    if (id === undefined) continue;
    if (byId.has(id)) throw faultAt(text, ['add'])('an id that no indicator has', id);
    byId.set(id, added(id, text, declared));
  }
  const changes = texts.filter(({ value }) => value.override !== undefined);
  for (const text of changes.sort((a, b) => (a.value.from < b.value.from ? -1 : 1))) {
    const id = text.value.override ?? '';
    const base = byId.get(id);
    if (base === undefined) throw faultAt(text, ['override'])('the id of an indicator', id);
    byId.set(id, changed(base, text, declared));
  }
  for (const text of texts) {
    const stranger = text.value.companions?.find(id => !byId.has(id));
    if (stranger !== undefined) throw faultAt(text, ['companions'])('ids of indicators', stranger);
  }
  return [...byId.values()];
}

function faultAt({ where }: CheckedYaml<FileText>, path: readonly string[]): Fault {
  return (expected, got) => operatorError('BAD_INDICATOR', { expected, got, todo: `correct ${where(...path)}` });
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

function added(id: string, text: CheckedYaml<FileText>, declared: Declared): Indicator {
  const { value } = text;
  const lacks = [...required, 'forms' as const].find(word => value[word] === undefined);
  if (lacks !== undefined) throw faultAt(text, ['add'])(`${lacks} in a new indicator`, 'none');
  const forms = formsOf(text, declared);
  const definition = {
    ...(value as Plain),
    id,
    forms,
    dimensions: dimensionsOf(value.dimensions ?? [], forms, text, declared),
    ...optional(value),
    versions: [{ version: 1, from: value.from }],
  } as const;
  return only(definition, text, declared);
}

function changed(base: Indicator, text: CheckedYaml<FileText>, declared: Declared): Indicator {
  const { value } = text;
  const last = base.versions.at(-1) ?? base.versions[0];
  if (value.from <= last.from) throw faultAt(text, ['from'])(`a day after ${last.from}`, value.from);
  const plain = Object.fromEntries(required.flatMap(word => (value[word] === undefined ? [] : [[word, value[word]]])));
  const forms = value.forms === undefined ? base.forms : formsOf(text, declared);
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
    dimensions: dimensionsOf(wanted, forms, text, declared),
    versions: [...base.versions, version],
    earlier: base,
  };
  return only(definition, text, declared);
}

type Optional = Pick<Indicator, 'aim' | 'band' | 'exclude' | 'yearBegins'>;

function optional({ aim, band, exclude, yearBegins }: FileText): Optional {
  return {
    ...(aim === undefined ? {} : { aim }),
    ...(band === undefined ? {} : { band }),
    ...(exclude === undefined ? {} : { exclude }),
    ...(yearBegins === undefined ? {} : { yearBegins }),
  };
}

/** Checks the words that depend on each other. */
function only(definition: Indicator, text: CheckedYaml<FileText>, declared: Declared): Indicator {
  const { band, exclude = {}, dimensions } = definition;
  if (band && band.low >= band.high) throw faultAt(text, ['band'])('low below high', `${band.low} and ${band.high}`);
  for (const [name, values] of Object.entries(exclude)) {
    const fault = faultAt(text, ['exclude', name]);
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

function formsOf(text: CheckedYaml<FileText>, declared: Declared): [Form, ...Form[]] {
  const forms = (text.value.forms ?? []).map(({ form, observationDays, value, parts }, i) => {
    const at = (...path: string[]): Fault => faultAt(text, ['forms', String(i), ...path]);
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
  if (first === undefined) throw faultAt(text, ['forms'])('a form', 'none');
  return [first, ...others];
}

function typesOf(forms: readonly Form[]): string[] {
  const terms = forms.flatMap(({ parts }) => parts.flatMap(({ formula }) => formula.terms));
  return [...new Set(terms.map(({ type }) => type))];
}

function dimensionsOf(
  names: readonly string[],
  forms: readonly Form[],
  text: CheckedYaml<FileText>,
  declared: Declared,
): AnyDimension[] {
  for (const name of names) {
    const lacks = typesOf(forms).find(type => !declared.get(type)?.dimensions.has(name));
    if (lacks !== undefined)
      throw faultAt(text, ['dimensions'])(
        `dimensions of ${lacks}: ${[...(declared.get(lacks)?.dimensions.keys() ?? [])].join(', ')}`,
        name,
      );
  }
  return names.map(name => name as AnyDimension);
}
