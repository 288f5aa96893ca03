import type { Language, Text } from '../../kernel/text.ts';
import type { CategoryWords } from '../category-words.ts';
import type { Indicator } from '../indicator.ts';
import type { Block } from './block.ts';
import { indexPage } from './index-page.ts';
import { indicatorPage } from './indicator-page.ts';
import { pageName, toMarkdown } from './markdown.ts';
import { pageWords } from './words.ts';

export { escapeHtml, type HrefOf, toHtml } from './html.ts';

export interface PageOptions {
  /** The last line of each page. Default: that `countygraph generate` has written it. */
  readonly written?: Text;
  /** What codes are called. Default: they stand for themselves. */
  readonly categories?: CategoryWords;
}

/** A page of documentation of a catalogue: `index`, or an indicator's id. undefined where there is none. */
export function cataloguePage(
  definitions: readonly Indicator[],
  page: string,
  language: Language,
  { written = pageWords.generated, categories = {} }: PageOptions = {},
): Block[] | undefined {
  if (page === 'index') return indexPage(definitions, language, written);
  const definition = definitions.find(({ id }) => id === page);
  const names = new Map(definitions.map(({ id, name }) => [id, name]));
  return definition && indicatorPage(definition, { names, written, categories }, language);
}

/** The documentation of a catalogue in Markdown: text by name of the file, in both languages. */
export function cataloguePages(definitions: readonly Indicator[], options: PageOptions = {}): Map<string, string> {
  const languages: readonly Language[] = ['en', 'zh'];
  const pages = ['index', ...definitions.map(({ id }) => id)];
  return new Map(
    languages.flatMap(language =>
      pages.map(page => {
        const blocks = cataloguePage(definitions, page, language, options) ?? [];
        return [pageName(page, language), toMarkdown(blocks)] as const;
      }),
    ),
  );
}
