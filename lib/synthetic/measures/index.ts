import { civilAffairs } from './civil-affairs.ts';
import { court } from './court.ts';
import { emergency } from './emergency.ts';
import { grid } from './grid.ts';
import { justice } from './justice.ts';
import type { MeasuresOf } from './measure.ts';
import { petition } from './petition.ts';
import { police } from './police.ts';
import { procuratorate } from './procuratorate.ts';

export { fieldsUsed, type Measure } from './measure.ts';

/** The indicators as their definitions read; written apart from lib/indicators so that one can catch the other. */
export const measures: MeasuresOf = {
  ...grid,
  ...justice,
  ...petition,
  ...court,
  ...procuratorate,
  ...police,
  ...civilAffairs,
  ...emergency,
};
