import type { Language } from '../../kernel/text.ts';
import type { Block, Inline, Line } from './block.ts';

/** Where pages of the documentation are, as their links say it. */
export type HrefOf = (page: string, language: Language) => string;

/** The inside of a page in HTML; everything in it is escaped. */
export function toHtml(blocks: readonly Block[], hrefOf: HrefOf): string {
  const line = (inlines: Line): string => inlines.map(each => inline(each, hrefOf)).join('');
  return blocks.map(each => block(each, line)).join('\n');
}

/** Text as it may stand in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function block(each: Block, line: (inlines: Line) => string): string {
  if ('heading' in each) return `<h${each.level}>${line(each.heading)}</h${each.level}>`;
  if ('paragraph' in each) return `<p>${line(each.paragraph)}</p>`;
  if ('list' in each) return `<ul>${each.list.map(entry => `<li>${line(entry)}</li>`).join('')}</ul>`;
  const { head, rows } = each;
  const heads = head?.map(cell => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = rows.map(cells => {
    const [first = '', ...others] = cells.map(line);
    return `<tr><th scope="row">${first}</th>${others.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const top = heads === undefined ? '' : `<thead><tr>${heads}</tr></thead>`;
  return `<div class="scroll"><table>${top}<tbody>${body.join('')}</tbody></table></div>`;
}

function inline(each: Inline, hrefOf: HrefOf): string {
  if (typeof each === 'string') return escapeHtml(each);
  if ('code' in each) return `<code>${escapeHtml(each.code)}</code>`;
  if ('strong' in each) return `<strong>${escapeHtml(each.strong)}</strong>`;
  if ('small' in each) return `<small>${escapeHtml(each.small)}</small>`;
  return `<a href="${escapeHtml(hrefOf(each.page, each.language))}">${escapeHtml(each.text)}</a>`;
}
