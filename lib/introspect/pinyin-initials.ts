const order = new Intl.Collator('zh-u-co-pinyin');

/** The first character of each letter in the order of pinyin; no syllable begins with i, u or v. */
const first = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';

function initialOf(character: string): string {
  for (let i = letters.length - 1; i >= 0; i -= 1)
    if (order.compare(character, first.charAt(i)) >= 0) return letters.charAt(i);
  return character;
}

/** Initials of a word's pinyin: ah of 案号. A character with several readings has that of the commoner one. */
export function pinyinInitials(word: string): string {
  return [...word].map(initialOf).join('');
}
