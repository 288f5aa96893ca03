import type { Text } from '../../kernel/text.ts';
import type { FormName, Indicator } from '../indicator.ts';
import type { ValueText } from './read-formula.ts';

/** A form as a county writes it: one value, or several parts. */
export interface FormText {
  readonly form: FormName;
  readonly observationDays?: number;
  readonly value?: ValueText;
  readonly parts?: readonly { readonly id: string; readonly name: Text; readonly value: ValueText }[];
}

/** What a new indicator must say. */
export type Plain = Pick<
  Indicator,
  'owner' | 'name' | 'question' | 'numerator' | 'denominator' | 'periodDate' | 'unit' | 'direction' | 'perverse'
> &
  Pick<Indicator, 'references' | 'evidence' | 'companions'>;

/** What holds from a day on, as a county writes it: all of a new indicator, or what is different. */
export type VersionText = Partial<Plain> &
  Pick<Indicator, 'aim' | 'band' | 'exclude' | 'yearBegins'> & {
    readonly from: string;
    readonly change?: Text;
    readonly breaks?: boolean;
    readonly dimensions?: readonly string[];
    readonly forms?: readonly [FormText, ...FormText[]];
  };

/** A file of counties/<name>/indicators/: an indicator that the county adds or changes, and its later versions. */
export type IndicatorText = VersionText & {
  readonly override?: string;
  readonly add?: string;
  readonly changes?: readonly VersionText[];
};

/** The text of a file, and `file:line` of what stands at a path of it. */
export interface PlacedText {
  readonly value: IndicatorText;
  where(...path: string[]): string;
}
