import type { Language, Text } from '../../kernel/text.ts';
import { unitNames } from '../../kernel/unit.ts';
import type { Indicator } from '../indicator.ts';
import type { Block } from './block.ts';
import { directionNames, evidenceNames, formNames, ownerNames, pageWords } from './words.ts';

/** The list of all indicators' pages, by owner. */
export function indexPage(definitions: readonly Indicator[], language: Language, written: Text): Block[] {
  const say = (text: Text): string => text[language];
  const head = [
    pageWords.part,
    { zh: '编号', en: 'Id' },
    pageWords.form,
    pageWords.unit,
    pageWords.direction,
    pageWords.evidence,
  ].map(say);
  const sections = [...Map.groupBy(definitions, ({ owner }) => owner)].flatMap(([owner, own]): Block[] => {
    const rows = own.map(definition => {
      const { id, name, unit, direction, forms, evidence } = definition;
      const form = forms.map(each => say(formNames[each.form])).join(', ');
      const link = { text: say(name), page: id, language };
      return [[link], [{ code: id }], [form], [say(unitNames[unit])], [say(directionNames[direction])], [evidence]];
    });
    return [
      { heading: [say(ownerNames[owner])], level: 2 },
      { head, rows },
    ];
  });
  const letters = Object.entries(evidenceNames).map(([letter, text]) => `${letter}: ${say(text)}`);
  return [
    { heading: [say(pageWords.index)], level: 1 },
    { paragraph: [{ text: say(pageWords.other), page: 'index', language: language === 'zh' ? 'en' : 'zh' }] },
    ...sections,
    { paragraph: [`${say(pageWords.evidence)}: ${letters.join('; ')}.`] },
    { paragraph: [{ small: say(written) }] },
  ];
}
