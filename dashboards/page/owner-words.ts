import type { Owner } from '../../lib/indicators/index.ts';
import type { Text } from '../../lib/kernel/text.ts';

/** Headings of the groups of indicators. */
export const ownerWords: Record<Owner, Text> = {
  court: { zh: '法院', en: 'Court' },
  procuratorate: { zh: '检察', en: 'Procuratorate' },
  police: { zh: '公安', en: 'Police' },
  'civil-affairs': { zh: '民政', en: 'Civil affairs' },
  emergency: { zh: '应急', en: 'Emergency' },
  justice: { zh: '司法', en: 'Justice' },
  petition: { zh: '信访', en: 'Petitions' },
  grid: { zh: '网格', en: 'Grid' },
  cross: { zh: '综合', en: 'Across departments' },
};
