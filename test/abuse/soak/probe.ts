/** What the gateway's process uses, measured from inside it: it is loaded before the command and asked over IPC. */
export interface Use {
  /** Mebibytes: of the process, of the heap after garbage collection, of buffers. */
  readonly rss: number;
  readonly heap: number;
  readonly buffers: number;
  /** Open sockets, and timers and other handles that keep the process. */
  readonly sockets: number;
  readonly handles: number;
}

const mebibyte = 2 ** 20;

function measure(): Use {
  // The second finds what the first let go of.
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo();
  const sockets = resources.filter(name => name.startsWith('TCPSocket')).length;
  return {
    rss: rss / mebibyte,
    heap: heapUsed / mebibyte,
    buffers: arrayBuffers / mebibyte,
    sockets,
    handles: resources.length - sockets,
  };
}

process.on('message', () => void process.send?.(measure()));
// The command ends as if nobody listened.
process.channel?.unref();
