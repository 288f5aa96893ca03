import type { Language } from '../../lib/kernel/text.ts';

/** What is compared; kept in the address behind #, so that it can be passed on. */
export interface CompareChoice {
  readonly language: Language;
  /** Id of a question; the first for one that there is not. */
  readonly question: string;
  /** Ids of three people. */
  readonly as: readonly [string, string, string];
}

const usual = ['analyst', 'town-official', 'public'] as const;

/** Reads the part of an address behind #; whatever it does not say, or says wrongly, takes its default. */
export function readCompareChoice(
  hash: string,
  people: readonly string[],
  questions: readonly string[],
): CompareChoice {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const asked = (said.get('as') ?? '').split(',');
  const who = (index: 0 | 1 | 2): string =>
    [asked[index], usual[index], people[index]].find(id => id !== undefined && people.includes(id)) ?? people[0] ?? '';
  const question = said.get('question') ?? '';
  return {
    language: said.get('language') === 'en' ? 'en' : 'zh',
    question: questions.includes(question) ? question : (questions[0] ?? ''),
    as: [who(0), who(1), who(2)],
  };
}

export function writeCompareChoice({ language, question, as }: CompareChoice): string {
  return `#${new URLSearchParams({ language, question }).toString()}&as=${as.join(',')}`;
}
