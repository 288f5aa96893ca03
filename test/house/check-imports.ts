import { isBuiltin } from 'node:module';
import { type Room, departmentOf, doors, roomOf } from './floor-plan.ts';
import { type ImportGraph, importCycles, reachedFrom } from './import-cycles.ts';
import { type Import, importsOf, packageOf } from './source-file.ts';
import type { Violation } from './violation.ts';

type ImportsByFile = ReadonlyMap<string, readonly Import[]>;

/** Floors, cuts, doors, cycles and browser rooms of the code files in `files` (path -> text). */
export function checkImports(files: ReadonlyMap<string, string>): Violation[] {
  const imports = new Map([...files].map(([path, text]) => [path, importsOf(path, text)]));
  const atRunTime = runTimeGraph(imports);
  return [
    ...[...imports].flatMap(([path, list]) => checkFile(path, list, files)),
    ...checkNeighbours(imports),
    ...importCycles(atRunTime).map((cycle): Violation => ({
      rule: 'cycle',
      path: cycle[0] ?? '',
      what: `imports itself: ${cycle.join(' -> ')}`,
    })),
    ...checkBrowserRooms(imports, atRunTime),
  ];
}

function checkFile(path: string, imports: readonly Import[], files: ReadonlyMap<string, string>): Violation[] {
  const room = roomOf(path);
  if (room === undefined) return [{ rule: 'floor', path, what: 'lies in no room of the floor plan' }];
  if (room.folder === 'test') return [];
  return imports
    .filter(({ target }) => !isBuiltin(target))
    .flatMap(({ target }): Violation[] => {
      const other = roomOf(target);
      if (other !== undefined) return checkRooms(path, room, target, other);
      if (files.has(target)) return [{ rule: 'floor', path, what: `imports ${target}, which lies in no room` }];
      return checkPackage(path, room, packageOf(target));
    });
}

function checkRooms(path: string, room: Room, target: string, other: Room): Violation[] {
  const what = `imports ${target}`;
  if (room === other) {
    const [department, from] = [departmentOf(path), departmentOf(target)];
    const crossed = department !== undefined && from !== undefined && department !== from;
    return crossed ? [{ rule: 'cut', path, what: `${what}: departments do not know each other` }] : [];
  }
  if (other.floor > room.floor) {
    return [{ rule: 'floor', path, what: `${what}: floor ${room.floor} reaches up to floor ${other.floor}` }];
  }
  if (other.importedBy?.includes(room.folder) === false) {
    return [{ rule: 'cut', path, what: `${what}: only ${other.importedBy.join(' and ')} may` }];
  }
  if (room.mayImport?.includes(other.folder) === false) {
    return [{ rule: 'cut', path, what: `${what}: ${room.folder} imports only ${room.mayImport.join(' and ')}` }];
  }
  return [];
}

function checkPackage(path: string, room: Room, name: string): Violation[] {
  if (name === 'countygraph' && room.folder !== 'docs') {
    return [{ rule: 'door', path, what: 'imports countygraph by its package name: name the file' }];
  }
  const door = doors.find(({ packages }) => packages.test(name));
  if (door === undefined || door.rooms.includes(room.folder)) return [];
  return [{ rule: 'door', path, what: `imports ${name}, whose door is ${door.rooms.join(' and ')}` }];
}

/** Two rooms of one floor may lean on each other in one direction only. */
function checkNeighbours(imports: ImportsByFile): Violation[] {
  const firstFile = new Map<string, string>();
  for (const [path, list] of imports) {
    const room = roomOf(path);
    for (const other of list.map(({ target }) => roomOf(target))) {
      if (room === undefined || other === undefined || room === other || room.floor !== other.floor) continue;
      const pair = `${room.folder} ${other.folder}`;
      if (!firstFile.has(pair)) firstFile.set(pair, path);
    }
  }
  return [...firstFile].flatMap(([pair, path]): Violation[] => {
    const [one = '', other = ''] = pair.split(' ');
    const back = firstFile.get(`${other} ${one}`);
    if (back === undefined || one > other) return [];
    return [{ rule: 'neighbours', path, what: `${one} imports ${other}, and ${other} imports ${one} in ${back}` }];
  });
}

function checkBrowserRooms(imports: ImportsByFile, atRunTime: ImportGraph): Violation[] {
  const starts = [...imports.keys()].filter(
    path => roomOf(path)?.browser === true && roomOf(path)?.server?.includes(path) !== true,
  );
  return [...reachedFrom(starts, atRunTime)].flatMap(([path, broughtBy]) =>
    (imports.get(path) ?? [])
      .filter(({ target, erased }) => !erased && isBuiltin(target))
      .map(({ target }): Violation => {
        const way = broughtBy === undefined ? 'runs in browsers' : `is brought to browsers by ${broughtBy}`;
        return { rule: 'browser', path, what: `imports ${target} but ${way}` };
      }),
  );
}

function runTimeGraph(imports: ImportsByFile): ImportGraph {
  const runs = ({ target, erased }: Import): boolean => !erased && imports.has(target);
  return new Map([...imports].map(([path, list]) => [path, list.filter(runs).map(({ target }) => target)]));
}
