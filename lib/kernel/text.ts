/** A text in the two languages of the project. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;
