/** A decimal without zeros that say nothing: 007.50 is 7.5. */
export function plainDecimal(text: string): string {
  const whole = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return whole.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-0$/, '0');
}
