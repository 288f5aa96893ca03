import { Ajv } from 'ajv';
import schema from '../../../schema/denominators.schema.json' with { type: 'json' };
import { readCheckedYaml } from '../../kernel/checked-yaml.ts';
import type { RegisterEntry, RegisterName } from '../register.ts';

interface Edition {
  readonly year: number;
  readonly source: string;
  readonly vintage: string;
  readonly values: Readonly<Record<string, number>>;
}

const ajv = new Ajv({ allErrors: false, strict: false });
const check = ajv.compile<Readonly<Partial<Record<RegisterName, readonly Edition[]>>>>(schema);

const words = {
  code: 'BAD_DENOMINATORS',
  what: 'denominators',
  write: 'write one as docs/indicators.md shows',
};

/**
 * Reads a county's denominators.yaml: for each number of the register a list of { year, source, vintage, values }.
 * @throws CodedError BAD_DENOMINATORS, with file and line
 */
export function readRegister(file: string): RegisterEntry[] {
  const { value } = readCheckedYaml(file, check, words);
  return Object.entries(value).flatMap(([name, editions]) =>
    editions.flatMap(({ year, source, vintage, values }) =>
      Object.entries(values).map(([area, amount]) => ({
        name: name as RegisterName,
        year,
        area,
        value: amount,
        source,
        vintage,
      })),
    ),
  );
}
