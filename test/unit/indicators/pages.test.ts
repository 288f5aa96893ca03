import { expect, test } from 'vitest';
import { catalogue, type Indicator } from '../../../lib/indicators/index.ts';
import { cataloguePage, cataloguePages, toHtml } from '../../../lib/indicators/pages/index.ts';

const [first] = catalogue;
const odd = {
  ...first,
  id: 'odd',
  name: { zh: '<b>名</b>', en: '"Name" & <script>' },
  companions: ['odd'],
  exclude: { kind: ['ADMINISTRATIVE'] },
  yearBegins: 12,
} as Indicator;

test('what a county writes is text in HTML, never markup', () => {
  const html = toHtml(cataloguePage([odd], 'odd', 'en') ?? [], (page, language) => `${page}"${language}`);
  expect(html).toContain('<h1>&quot;Name&quot; &amp; &lt;script&gt; &lt;b&gt;名&lt;/b&gt;</h1>');
  expect(html).toContain('<a href="odd&quot;en">');
  expect(html).not.toMatch(/<script|<b>/);
});

test('what is left out is told in words, and the year of its own', () => {
  const categories = { courtCase: { kind: { ADMINISTRATIVE: { zh: '行政', en: 'administrative' } } } };
  const pages = cataloguePages([odd], { categories });
  expect(pages.get('odd.zh-CN.md')).toContain('| 不计入 | kind: 行政 |\n| 年度起始月 | 12 |');
  expect(pages.get('odd.md')).toContain('| Not counted | kind: administrative |');
});

test('there is no page of an indicator that there is not', () => {
  expect(cataloguePage(catalogue, 'nobody', 'en')).toBeUndefined();
});
