import type { DepartmentRequest } from '../transport/transport.ts';
import type { Row } from './response.ts';

/** A request that exists as JSON. Most go out as they are; its variables are read from the text by those who want them. */
export class WrittenRequest implements DepartmentRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly text: string;
  readonly entities: number;
  #variables: Row | undefined;

  constructor({ query, operationName, text, entities }: Omit<WrittenRequest, 'variables'>) {
    this.query = query;
    this.operationName = operationName;
    this.text = text;
    this.entities = entities;
  }

  get variables(): Row {
    this.#variables ??= (JSON.parse(this.text) as { variables: Row }).variables;
    return this.#variables;
  }
}
