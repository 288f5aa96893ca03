import { type EnumValueDefinitionNode, Kind } from 'graphql';
import type { Text } from '../kernel/text.ts';
import { type DepartmentModel, lowerFirst, namedType } from './model.ts';

/** What the values of coded fields are called: by type as in the graph (courtCase), field and value. */
export type ValueWords = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Text>>>>>>;

/**
 * The words of a department's codes, out of the descriptions of its enums: `"婚姻家庭"`, or `"婚姻家庭 marriage and family"` where the
 * code itself is no English word. Values without a description are called by their code.
 */
export function valueWords({ document, records }: DepartmentModel): ValueWords {
  const enums = new Map(
    document.definitions
      .filter(each => each.kind === Kind.ENUM_TYPE_DEFINITION)
      .map(({ name, values = [] }) => [
        name.value,
        Object.fromEntries(values.map(value => [value.name.value, wordOf(value)])),
      ]),
  );
  const types = document.definitions
    .filter(each => each.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ name }) => records.has(name.value))
    .map(({ name, fields = [] }) => {
      const coded = fields.flatMap(field => {
        const words = enums.get(namedType(field.type));
        return words === undefined ? [] : [[field.name.value, words] as const];
      });
      return [lowerFirst(name.value), Object.fromEntries(coded)] as const;
    });
  return Object.fromEntries(types);
}

/** `WALK_IN`: walk in. */
function plain(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

function wordOf({ name, description }: EnumValueDefinitionNode): Text {
  const said = description?.value.trim() ?? '';
  const [, zh = '', en = ''] = /^(.*?\p{Script=Han}\S*)(?:\s+([a-z0-9].*))?$/iu.exec(said) ?? [];
  return { zh: zh || said || plain(name.value), en: en || plain(name.value) };
}
