import { parse } from 'yaml';
import { operatorError } from '../../kernel/coded-error.ts';
import { type RegisterEntry, registerNames } from '../register.ts';

/**
 * Reads a county's denominators.yaml: for each number of the register a list of { year, source, vintage, values: { area: number } }.
 * @param file its name, for the message
 * @throws CodedError BAD_DENOMINATORS
 */
export function readRegister(text: string, file = 'denominators.yaml'): RegisterEntry[] {
  const bad = (expected: string, got: string): Error =>
    operatorError('BAD_DENOMINATORS', { expected, got, todo: `correct ${file}` });
  const raw = readYaml(text, bad);
  return Object.entries(raw).flatMap(([word, editions]) => {
    const name = registerNames.find(known => known === word);
    if (name === undefined) throw bad(`names out of ${registerNames.join(', ')}`, word);
    if (!Array.isArray(editions)) throw bad(`a list under ${name}`, typeof editions);
    return (editions as unknown[]).flatMap((edition, i) => entriesOf(edition, name, `${name}[${i}]`, bad));
  });
}

type Bad = (expected: string, got: string) => Error;

function readYaml(text: string, bad: Bad): Record<string, unknown> {
  let raw: unknown;
  try {
    raw = parse(text, { schema: 'core' });
  } catch (error) {
    throw bad('YAML', error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'other text');
  }
  if (!isRecord(raw)) throw bad('a map of names to lists', 'something else');
  return raw;
}

function entriesOf(edition: unknown, name: RegisterEntry['name'], at: string, bad: Bad): RegisterEntry[] {
  if (!isRecord(edition)) throw bad(`{ year, source, vintage, values } in ${at}`, typeof edition);
  const { year, source, vintage, values, ...others } = edition;
  const [other] = Object.keys(others);
  if (other !== undefined) throw bad(`year, source, vintage, values in ${at}`, other);
  if (!Number.isInteger(year)) throw bad(`a year in ${at}`, String(year));
  if (typeof source !== 'string' || source === '') throw bad(`a source in ${at}`, 'none');
  if (!/^\d{4}-\d\d-\d\d$/.test(String(vintage))) throw bad(`a vintage as 2025-03-18 in ${at}`, String(vintage));
  if (!isRecord(values)) throw bad(`values by area in ${at}`, typeof values);
  return Object.entries(values).map(([area, value]) => {
    if (!/^\d{6}(\d{3}){0,3}$/.test(area)) throw bad(`codes of places in ${at}`, area);
    if (typeof value !== 'number' || !(value > 0)) throw bad(`a number above 0 for ${area} in ${at}`, String(value));
    return { name, year: year as number, area, value, source, vintage: String(vintage) };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
