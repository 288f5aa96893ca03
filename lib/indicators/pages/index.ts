import type { Language } from '../../kernel/text.ts';
import type { Indicator } from '../indicator.ts';
import { indexPage } from './index-page.ts';
import { indicatorPage, pageName } from './indicator-page.ts';

/** The documentation of a catalogue: text by name of the file, in both languages. */
export function cataloguePages(definitions: readonly Indicator[]): Map<string, string> {
  const names = new Map(definitions.map(({ id, name }) => [id, name]));
  const languages: readonly Language[] = ['en', 'zh'];
  return new Map(
    languages.flatMap(language => [
      [pageName('index', language), indexPage(definitions, language)] as const,
      ...definitions.map(each => [pageName(each.id, language), indicatorPage(each, names, language)] as const),
    ]),
  );
}
