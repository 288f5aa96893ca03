/** ISO 7064 MOD 11-2, as GB 11643-1999 has it: the check digit of the first 17 digits of a resident identity number. */
function checkDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11] as string;
}

/** A resident identity number 公民身份号码 of the county's own area, which is nobody's: no such area has been given out. */
export function fictionalNumber(birth: string, sequence: number): string {
  const digits = `330199${birth}${String(sequence).padStart(3, '0')}`;
  return `${digits}${checkDigit(digits)}`;
}

/** The number as it was before 1999: 15 digits, for births of the 20th century. */
export function oldNumber(number: string): string {
  return `${number.slice(0, 6)}${number.slice(8, 17)}`;
}
