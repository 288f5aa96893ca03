import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { declaredText, readIndicatorTexts, readPeers, type ServedDefinitions } from '../indicators/county/index.ts';
import { type Indicator, typesOf } from '../indicators/index.ts';
import { CodedError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import { catalogueOfCounty, declaredOf, indicatorFiles, registerOfCounty, wordsOfCounty } from './county-indicators.ts';

/** A county's definitions as they are sent to its pages, and what is made of them. */
export interface CountyDefinitions {
  readonly served: ServedDefinitions;
  readonly catalogue: readonly Indicator[];
}

/** Which files there are, and when they were written: what is read again when it changes. */
function stateOf(files: readonly string[]): string {
  return files.map(file => `${file} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 'none'}`).join('\n');
}

/** A file that cannot be read now leaves what was read before. */
function isOperators(error: unknown): error is CodedError {
  return error instanceof CodedError && error.kind === 'operator';
}

/**
 * Reads a county's definitions, and reads them again once a file of its folder indicators/ or its denominators.yaml has changed. A file
 * that is then wrong is told of once, and what was there before goes on.
 * @throws CodedError BAD_INDICATOR, BAD_DENOMINATORS at the first reading
 */
export function watchedDefinitions(county: County, tell: (sentence: string) => void): () => CountyDefinitions {
  const declared = declaredOf(county);
  const words = wordsOfCounty(county);
  const read = (): CountyDefinitions => {
    const catalogue = catalogueOfCounty(county);
    const files = readIndicatorTexts(indicatorFiles(county)).map(({ file, value }) => ({
      file: basename(file),
      value,
    }));
    const ids = new Set(files.map(({ value }) => value.override ?? value.add));
    const types = new Set(catalogue.filter(({ id }) => ids.has(id)).flatMap(allTypesOf));
    const served: ServedDefinitions = {
      dataFrom: county.data.from,
      register: registerOfCounty(county),
      peers: readPeers(county.peers),
      files,
      declared: declaredText(declared, types),
      words,
    };
    return { served, catalogue };
  };
  const watched = (): string => stateOf([...indicatorFiles(county), join(county.folder, 'denominators.yaml')]);
  let state = watched();
  let held = read();
  return () => {
    const now = watched();
    if (now === state) return held;
    state = now;
    try {
      held = read();
    } catch (error) {
      if (!isOperators(error)) throw error;
      tell(`${error.code}: ${error.message}`);
    }
    return held;
  };
}

/** Types of record of all versions of an indicator. */
function allTypesOf(indicator: Indicator): string[] {
  const { earlier } = indicator;
  return [...typesOf(indicator), ...(earlier === undefined ? [] : allTypesOf(earlier))];
}
