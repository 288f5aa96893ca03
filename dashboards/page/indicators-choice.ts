import { type Choice, readChoice } from './choice.ts';

/** What the reader of all indicators has chosen; kept in the address behind #, so that a view can be passed on. */
export interface IndicatorsChoice extends Pick<Choice, 'language' | 'area' | 'period' | 'as'> {
  /** Words that an indicator must have in its name, id or question; empty for all. */
  readonly search: string;
  /** Ids of the indicators that are opened. */
  readonly open: readonly string[];
}

/** Reads the part of an address behind #; whatever it does not say, or says wrongly, takes its default. */
export function readIndicatorsChoice(hash: string): IndicatorsChoice {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const { language, area, period, as } = readChoice(hash);
  const open = (said.get('open') ?? '').split(',').filter(id => /^[a-z][a-z0-9_]*$/.test(id));
  return { language, area, period, as, search: said.get('search') ?? '', open };
}

export function writeIndicatorsChoice({ language, area, period, as, search, open }: IndicatorsChoice): string {
  const parts = { language, area, period: period?.label ?? '', as, search };
  const said = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''));
  // Ids are letters and lines: they can be read in an address as they are.
  return `#${said.toString()}${open.length === 0 ? '' : `&open=${open.join(',')}`}`;
}
