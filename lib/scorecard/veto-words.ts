const chinese =
  /(信访|上访|来访|重复访|集体访|进京访|越级访)[^，。；,;]{0,4}?(量|总数|件数|件次|人次|批次|人数|数量|排名|倒数)/u;
const numbers = '(numbers?|counts?|volume|totals?|ranking)';
const english = new RegExp(
  `\\b${numbers}\\b.{0,16}\\bpetition|\\bpetition\\w*\\b.{0,12}\\b${numbers}\\b|petitions per`,
  'iu',
);

/**
 * Whether a text names the number of petitions as what counts. Words can be turned: this stops what is written plainly, and people
 * read the rest.
 */
export function namesPetitionVolume(text: string): boolean {
  return chinese.test(text.replaceAll(/\s/gu, '')) || english.test(text);
}
