import type { Language } from '../../kernel/text.ts';

/** A piece of a line: words, or words with a role. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly small: string }
  /** A page of this documentation: an indicator's id, or `index`. */
  | { readonly text: string; readonly page: string; readonly language: Language };

export type Line = readonly Inline[];

/** A part of a page, whatever it will be written in. */
export type Block =
  | { readonly heading: Line; readonly level: 1 | 2 }
  | { readonly paragraph: Line }
  | { readonly list: readonly Line[] }
  /** `head` null: the first column names what the second holds. */
  | { readonly head: readonly string[] | null; readonly rows: readonly (readonly Line[])[] };
