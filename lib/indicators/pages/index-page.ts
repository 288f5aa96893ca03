import type { Language, Text } from '../../kernel/text.ts';
import { unitNames } from '../../kernel/unit.ts';
import type { Indicator } from '../indicator.ts';
import { pageName } from './indicator-page.ts';
import { directionNames, evidenceNames, formNames, ownerNames, pageWords } from './words.ts';

/** The list of all indicators' pages, by owner. */
export function indexPage(definitions: readonly Indicator[], language: Language): string {
  const say = (text: Text): string => text[language];
  const sections = [...Map.groupBy(definitions, ({ owner }) => owner)].map(([owner, own]) => {
    const lines = own.map(definition => {
      const { id, name, unit, direction, forms, evidence } = definition;
      const form = forms.map(each => say(formNames[each.form])).join(', ');
      const link = `[${say(name)}](${pageName(id, language)})`;
      return `| ${link} | \`${id}\` | ${form} | ${say(unitNames[unit])} | ${say(directionNames[direction])} | ${evidence} |`;
    });
    const head = [
      pageWords.part,
      { zh: '编号', en: 'Id' },
      pageWords.form,
      pageWords.unit,
      pageWords.direction,
      pageWords.evidence,
    ];
    return [
      `## ${say(ownerNames[owner])}\n`,
      `| ${head.map(say).join(' | ')} |`,
      `| ${head.map(() => '---').join(' | ')} |`,
      ...lines,
    ].join('\n');
  });
  const letters = Object.entries(evidenceNames).map(([letter, text]) => `${letter}: ${say(text)}`);
  return [
    `# ${say(pageWords.index)}`,
    `[${say(pageWords.other)}](${pageName('index', language === 'zh' ? 'en' : 'zh')})`,
    ...sections,
    `${say(pageWords.evidence)}: ${letters.join('; ')}.`,
    `*${say(pageWords.generated)}*`,
  ].join('\n\n');
}
