import type { Language } from '../../lib/kernel/text.ts';
import type { Figure, Indicator } from '../../lib/indicators/index.ts';
import type { TrendMark } from '../chart/trend/state.ts';
import { words } from './words.ts';

/** Where the version of the definition changes within a series of figures, oldest first. */
export function versionMarks(
  figures: readonly Figure[],
  { versions }: Pick<Indicator, 'versions'>,
  language: Language,
): TrendMark[] {
  return figures.flatMap((figure, index) => {
    const before = figures[index - 1]?.definitionVersion ?? figure.definitionVersion;
    const begun = versions.filter(({ version }) => version > before && version <= figure.definitionVersion);
    if (begun.length === 0) return [];
    const breaks = begun.some(version => version.breaks === true);
    const said = begun.map(({ version, from, change }) => {
      const what = change === undefined ? '' : `: ${change[language]}`;
      return `${words.changed[language]} v${version} (${from})${what}`;
    });
    return [
      {
        before: figure.period.label,
        label: `${words.changed[language]} v${figure.definitionVersion}`,
        text: [...said, ...(breaks ? [words.notComparable[language]] : [])].join(' · '),
        breaks,
      },
    ];
  });
}
