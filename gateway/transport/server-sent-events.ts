import { TransportError } from './transport.ts';

/** An event of a `text/event-stream`. */
export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
}

/**
 * Reads a body as server-sent events (HTML standard, section 9.2). Comments, which keep a connection open, are passed over.
 * Throws SUBGRAPH_ERROR for an event of more than `longest` signs.
 */
export async function* readEvents(
  body: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<ServerSentEvent, void> {
  const decoder = new TextDecoder();
  let unread = '';
  let event = { type: '', data: [] as string[], size: 0 };
  for await (const chunk of body) {
    // A carriage return at the end may be half of a line's end.
    const lines = (unread + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    unread = lines.pop()!;
    for (const line of lines) {
      if (line === '') {
        if (event.type !== '' || event.data.length > 0) yield { type: event.type, data: event.data.join('\n') };
        event = { type: '', data: [], size: 0 };
        continue;
      }
      const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
      if (name === 'event') event.type = value;
      else if (name === 'data') event.data.push(value);
      event.size += line.length;
      if (event.size > longest) throw new TransportError('SUBGRAPH_ERROR');
    }
    if (event.size + unread.length > longest) throw new TransportError('SUBGRAPH_ERROR');
  }
}
