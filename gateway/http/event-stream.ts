import type { ServerResponse } from 'node:http';
import type { Response } from '../execute/response.ts';

export interface StreamOptions {
  /** Between two signs of life on a stream where nothing happens, in milliseconds. Default 12,000. */
  readonly heartbeat?: number;
  /** How long a client may leave what was sent unread before its stream is ended, in milliseconds. Default 30,000. */
  readonly patience?: number;
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Asks a proxy not to hold events back.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};
// Without data a browser would not show the event to its page.
const complete = 'event: complete\ndata:\n\n';

/**
 * Sends answers by GraphQL over server-sent events ("distinct connections mode"): a `next` for each, then `complete`. The next
 * answer is asked for when the client has taken the last, so that nothing gathers here.
 */
export async function replyEvents(
  response: ServerResponse,
  answers: AsyncIterable<Response> | readonly Response[],
  { heartbeat = 12_000, patience = 30_000 }: StreamOptions = {},
): Promise<void> {
  response.writeHead(200, headers);
  response.flushHeaders();
  const beat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(':\n\n');
  }, heartbeat);
  try {
    for await (const answer of answers) {
      const taken = await write(response, next(answer), patience);
      if (taken === 'gone') return;
      if (taken === 'late') return endLate(response, patience);
    }
    response.end(complete);
  } finally {
    clearInterval(beat);
  }
}

function next(answer: Response): string {
  return `event: next\ndata: ${JSON.stringify(answer)}\n\n`;
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
function endLate(response: ServerResponse, patience: number): void {
  const message =
    'Expected a client that reads what it subscribed to, got one that does not; read faster or ask for less.';
  response.end(next({ errors: [{ message, extensions: { code: 'SUBSCRIPTION_TOO_SLOW' } }] }) + complete);
  const timer = setTimeout(() => response.destroy(), patience).unref();
  response.once('close', () => clearTimeout(timer));
}
