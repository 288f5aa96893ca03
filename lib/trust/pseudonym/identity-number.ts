/** Weights of the first 17 digits: powers of 2 modulo 11 (ISO 7064 MOD 11-2). */
const weights = Array.from({ length: 17 }, (_, i) => 2 ** (17 - i) % 11);

function checkDigit(digits: string): string | undefined {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11];
}

function isDay(text: string): boolean {
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}

/**
 * A resident identity number 公民身份号码 (GB 11643-1999) in its one form: 18 characters, X as a capital. Takes full-width
 * characters, blanks, a small x and the 15 digits of before 1999 (all births of 19xx). Undefined for what is no such number: its
 * day of birth and its check digit must be right.
 */
export function readIdentityNumber(text: string): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const old = /^\d{15}$/.test(plain);
  const digits = old ? `${plain.slice(0, 6)}19${plain.slice(6)}` : plain.slice(0, 17);
  if (!old && !/^\d{17}[\dX]$/.test(plain)) return undefined;
  if (!isDay(digits.slice(6, 14))) return undefined;
  const last = checkDigit(digits);
  return last !== undefined && (old || plain[17] === last) ? `${digits}${last}` : undefined;
}
