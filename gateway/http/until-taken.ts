import type { ServerResponse } from 'node:http';

/**
 * Waits until the client has taken an answer that was sent: until then it lies here. A client that takes nothing of it for
 * `patience` milliseconds is given up.
 */
export function untilTaken(response: ServerResponse, patience: number): Promise<void> | undefined {
  if (!response.socket?.writableLength) return undefined;
  const { promise, resolve } = Promise.withResolvers<void>();
  response.setTimeout(patience, () => response.destroy());
  response.once('close', resolve);
  return promise;
}
