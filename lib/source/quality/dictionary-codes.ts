import type { Live } from '../bind/bind.ts';
import { readEntries } from '../bind/code-list.ts';
import { finding, type Finding } from './finding.ts';
import { shownCode } from './shown-value.ts';

function of(
  name: string,
  code: 'CODE_NOT_IN_DICTIONARY' | 'DICTIONARY_CODE_UNMAPPED',
  table: string,
  codes: string[],
): Finding[] {
  if (codes.length === 0) return [];
  const values = codes.slice(0, 50).map(value => ({ value: shownCode(value), rows: 0 }));
  return [finding(code, { field: name, values, about: { table, codes: codes.length } })];
}

/** Codes of the dictionary tables that the map does not have, and the other way round. One statement a list. */
export async function dictionaryCodes(live: Live): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, list] of Object.entries(live.read.mapping.codes ?? {})) {
    if (list.table === undefined || list.code === undefined || !list.map) continue;
    const entries = await readEntries(live.connection, live.read, live.tables, name);
    const known = new Set(entries.map(({ code }) => code));
    const map = list.map;
    const strange = Object.keys(map).filter(code => !known.has(code));
    findings.push(...of(name, 'CODE_NOT_IN_DICTIONARY', list.table, strange));
    // Codes that a label, the entry above or `others` gives a value to need no entry of their own.
    if (list.labels || list.parent !== undefined || list.others !== undefined) continue;
    const unmapped = [...known].filter(code => map[code] === undefined);
    findings.push(...of(name, 'DICTIONARY_CODE_UNMAPPED', list.table, unmapped));
  }
  return findings;
}
