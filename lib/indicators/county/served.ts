import { catalogue as house } from '../catalogue/index.ts';
import type { Indicator } from '../indicator.ts';
import type { RegisterEntry } from '../register.ts';
import type { CategoryWords } from '../category-words.ts';
import type { PeerRule } from '../comparison/peers.ts';
import { buildCatalogue } from './build-catalogue.ts';
import type { Declared, DeclaredKind } from './declared.ts';
import type { IndicatorText } from './indicator-text.ts';

/**
 * What a county's pages have to know of its indicators beside the catalogue of the house: plain data, sent as JSON and made into
 * definitions where they are used.
 */
export interface ServedDefinitions {
  /** First day of the county's data. */
  readonly dataFrom: string;
  readonly register: readonly RegisterEntry[];
  /** Which places are alike. */
  readonly peers: PeerRule;
  /** Files of the county's folder indicators/. */
  readonly files: readonly { readonly file: string; readonly value: IndicatorText }[];
  /** What the departments declare, of the types that those files name. */
  readonly declared: Readonly<Record<string, DeclaredText>>;
  readonly words: CategoryWords;
}

interface DeclaredText {
  readonly measures: Readonly<Record<string, DeclaredKind>>;
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
}

/**
 * The county's catalogue: that of the house with what it adds and changes.
 * @throws CodedError BAD_INDICATOR where a file does not fit this version of the house
 */
export function servedCatalogue({ files, declared }: ServedDefinitions): Indicator[] {
  const texts = files.map(({ file, value }) => ({ value, where: () => file }));
  const types = Object.entries(declared).map(([type, { measures, dimensions }]) => {
    const own = { measures: new Map(Object.entries(measures)), dimensions: new Map(Object.entries(dimensions)) };
    return [type, own] as const;
  });
  return buildCatalogue(house, texts, new Map(types));
}

/** The declared types as plain data. */
export function declaredText(declared: Declared, types: ReadonlySet<string>): ServedDefinitions['declared'] {
  const entries = [...declared].filter(([type]) => types.has(type));
  return Object.fromEntries(
    entries.map(([type, { measures, dimensions }]) => [
      type,
      { measures: Object.fromEntries(measures), dimensions: Object.fromEntries(dimensions) },
    ]),
  );
}
