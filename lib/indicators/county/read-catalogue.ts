import { Ajv } from 'ajv';
import schema from '../../../schema/indicator.schema.json' with { type: 'json' };
import { type CheckedYaml, readCheckedYaml } from '../../kernel/checked-yaml.ts';
import type { Indicator } from '../indicator.ts';
import { buildCatalogue } from './build-catalogue.ts';
import type { Declared } from './declared.ts';
import type { IndicatorText } from './indicator-text.ts';

const ajv = new Ajv({ allErrors: false, strict: false, allowUnionTypes: true });
const check = ajv.compile<IndicatorText>(schema);
const words = { code: 'BAD_INDICATOR', what: 'an indicator', write: 'write one as docs/indicators.md shows' };

/**
 * Files of counties/<name>/indicators/, held against their schema.
 * @throws CodedError BAD_INDICATOR, with file and line
 */
export function readIndicatorTexts(files: readonly string[]): CheckedYaml<IndicatorText>[] {
  return files.map(file => readCheckedYaml(file, check, words));
}

/**
 * The catalogue with what such files add and change.
 * @throws CodedError BAD_INDICATOR, with file and line
 */
export function readCountyCatalogue(
  catalogue: readonly Indicator[],
  files: readonly string[],
  declared: Declared,
): Indicator[] {
  return buildCatalogue(catalogue, readIndicatorTexts(files), declared);
}
