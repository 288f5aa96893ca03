import type { Duplex } from 'node:stream';

/** How long a client whose message is refused may take to read why, in milliseconds. */
const lingerTime = 1_000;

/** Closes a connection of which nothing more is read. At once would take the answer from a client that is still sending. */
export function linger(socket: Duplex): void {
  const timer = setTimeout(() => socket.destroy(), lingerTime).unref();
  socket.once('close', () => clearTimeout(timer));
}
