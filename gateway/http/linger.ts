import type { EventEmitter } from 'node:events';

/** How long a client whose message is refused may take to read why, in milliseconds. */
const lingerTime = 1_000;

/** Closes a connection of which nothing more is read. At once would take the answer from a client that is still sending. */
export function linger(connection: EventEmitter, close: () => void): void {
  const timer = setTimeout(close, lingerTime).unref();
  connection.once('close', () => clearTimeout(timer));
}
