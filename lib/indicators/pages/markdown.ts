import type { Language } from '../../kernel/text.ts';
import type { Block, Inline, Line } from './block.ts';

/** The name of an indicator's page in its folder. */
export function pageName(id: string, language: Language): string {
  return language === 'zh' ? `${id}.zh-CN.md` : `${id}.md`;
}

/** A page in Markdown, with tables as GitHub has them. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.map(block).join('\n\n');
}

function block(each: Block): string {
  if ('heading' in each) return `${'#'.repeat(each.level)} ${line(each.heading)}`;
  if ('paragraph' in each) return line(each.paragraph);
  if ('list' in each) return each.list.map(entry => `- ${line(entry)}`).join('\n');
  const { head, rows } = each;
  const width = head?.length ?? 2;
  const dashes = row(Array.from({ length: width }, () => '---'));
  return [head === null ? '| | |' : row(head), dashes, ...rows.map(cells => row(cells.map(line)))].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function line(inlines: Line): string {
  return inlines.map(inline).join('');
}

function inline(each: Inline): string {
  if (typeof each === 'string') return each;
  if ('code' in each) return `\`${each.code}\``;
  if ('strong' in each) return `**${each.strong}**`;
  if ('small' in each) return `*${each.small}*`;
  return `[${each.text}](${pageName(each.page, each.language)})`;
}
