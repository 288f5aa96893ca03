/**
 * Runs work that Ctrl-C (or a request to end) is to end in order: its signal is aborted, and what it holds is closed. A second Ctrl-C is
 * that of the terminal to the command that started this one; the third ends at once.
 */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interrupted = new AbortController();
  let times = 0;
  const interrupt = (): void => {
    interrupted.abort();
    times += 1;
    if (times > 2) process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await work(interrupted.signal);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}
