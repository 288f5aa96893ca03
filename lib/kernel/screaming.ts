/** CLOSING_MODE of closingMode: fields as the schema's enums name them. */
export function screaming(field: string): string {
  return field.replaceAll(/([A-Z])/g, '_$1').toUpperCase();
}
