/** What some clients saw who asked one after the other, each without a pause. */
export interface Load {
  readonly requests: number;
  /** Requests a second. */
  readonly throughput: number;
  /** Milliseconds of each request. */
  readonly waits: readonly number[];
}

export async function underLoad(ask: () => Promise<unknown>, seconds: number, clients: number): Promise<Load> {
  const waits: number[] = [];
  const [began, end] = [performance.now(), performance.now() + seconds * 1000];
  const client = async (): Promise<void> => {
    do {
      const sent = performance.now();
      await ask();
      waits.push(performance.now() - sent);
    } while (performance.now() < end);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { requests: waits.length, throughput: (waits.length / (performance.now() - began)) * 1000, waits };
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

export function quantile(numbers: readonly number[], p: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN;
}
