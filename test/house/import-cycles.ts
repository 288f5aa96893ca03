/** Imports by file, both as paths from the root of the repository. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Every import that closes a cycle, as the files of that cycle in order; empty means that the graph has none. */
export function importCycles(graph: ImportGraph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): void => {
    const start = trail.indexOf(file);
    if (start >= 0) cycles.push([...trail.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    trail.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    trail.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}

/** For every file reached from `starts` (these included): the file that brought it in, undefined for a start. */
export function reachedFrom(starts: readonly string[], graph: ImportGraph): Map<string, string | undefined> {
  const broughtBy = new Map<string, string | undefined>(starts.map(start => [start, undefined]));
  for (const [file] of broughtBy) {
    for (const target of graph.get(file) ?? []) if (!broughtBy.has(target)) broughtBy.set(target, file);
  }
  return broughtBy;
}
