import type { ServerResponse } from 'node:http';
import type { Response } from '../execute/response.ts';
import type { StreamedResponse } from '../gateway.ts';

export interface StreamOptions {
  /** Between two signs of life on a stream where nothing happens, in milliseconds. */
  readonly heartbeat: number;
  /** How long a client may leave what was sent unread before its stream is ended, in milliseconds. */
  readonly patience: number;
}

/** How answers that come one after the other are written. */
export interface StreamFormat {
  readonly contentType: string;
  part(answer: StreamedResponse): string;
  readonly end: string;
  /** A sign of life between two parts; absent where the format has none. */
  readonly beat?: string;
}

const headers = {
  'cache-control': 'no-cache, no-transform',
  // Asks a proxy not to hold parts back.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

/** GraphQL over server-sent events in "distinct connections mode": a `next` for each answer, then `complete`. */
export const eventStream: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  part: answer => `event: next\ndata: ${JSON.stringify(answer)}\n\n`,
  // Without data a browser would not show the event to its page.
  end: 'event: complete\ndata:\n\n',
  beat: ':\n\n',
};

/** Parts of `multipart/mixed`, each with JSON. */
export const multipart: StreamFormat = {
  contentType: 'multipart/mixed; boundary="-"',
  part: answer => `\r\n---\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(answer)}`,
  end: '\r\n-----\r\n',
};

/** Sends answers. The next is asked for when the client has taken the last, so that nothing gathers here. */
export async function replyStream(
  response: ServerResponse,
  format: StreamFormat,
  answers: AsyncIterable<StreamedResponse> | readonly Response[],
  { heartbeat, patience }: StreamOptions,
): Promise<void> {
  response.writeHead(200, { ...headers, 'content-type': format.contentType });
  response.flushHeaders();
  const beat = setInterval(() => {
    if (format.beat && !response.writableNeedDrain) response.write(format.beat);
  }, heartbeat);
  try {
    for await (const answer of answers) {
      const taken = await write(response, format.part(answer), patience);
      if (taken === 'gone') return;
      if (taken === 'late') return endLate(response, format, patience);
    }
    response.end(format.end);
  } finally {
    clearInterval(beat);
  }
}

/** Waits until the client has taken what was sent. */
async function write(response: ServerResponse, text: string, patience: number): Promise<'taken' | 'late' | 'gone'> {
  if (response.destroyed) return 'gone';
  if (response.write(text)) return 'taken';
  const { promise, resolve } = Promise.withResolvers<'taken' | 'late' | 'gone'>();
  const [drained, closed] = [(): void => resolve('taken'), (): void => resolve('gone')];
  const timer = setTimeout(() => resolve('late'), patience);
  response.once('drain', drained).once('close', closed);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    response.off('drain', drained).off('close', closed);
  }
}

/** The client finds the reason behind what it has not read yet, if it comes back in time. */
function endLate(response: ServerResponse, format: StreamFormat, patience: number): void {
  const message = 'Expected a client that reads what it asked for, got one that does not; read faster or ask for less.';
  response.end(format.part({ errors: [{ message, extensions: { code: 'CLIENT_TOO_SLOW' } }] }) + format.end);
  const timer = setTimeout(() => response.destroy(), patience).unref();
  response.once('close', () => clearTimeout(timer));
}
