import { type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode, Kind, parse } from 'graphql';
import { invariant } from '../../../lib/kernel/coded-error.ts';
import type { FlattenNodePathSegment, PlanNode, RequiresSelection } from '../../planner.ts';
import { renamedKeys } from '../rewrites.ts';

/** The plan's keys on the way from the root to a field, without list indexes and types. */
export type Place = string;

/** A fetch of a plan, or entities that one brings: what it brings and what must be there before. */
export interface FetchPlaces {
  readonly node: PlanNode;
  readonly brings: ReadonlySet<Place>;
  readonly needs: ReadonlySet<Place>;
}

const at = (outer: Place, key: string): Place => (outer === '' ? key : `${outer}.${key}`);

/** The places of every fetch of a plan. */
export function planPlaces(node: PlanNode): FetchPlaces[] {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(planPlaces);
    case 'Fetch': {
      const renamed = renamedKeys(node.outputRewrites);
      return [{ node, brings: new Set(placesOf(node.operation, renamed).get('')), needs: new Set() }];
    }
    case 'Flatten': {
      const { node: fetch, path } = node;
      invariant(fetch.kind === 'Fetch', 'a fetch at the end of a path of the plan');
      const alias = { ...fetch, alias: '_entities', paths: [path] };
      return [entityPlaces(node, fetch.operation, [alias])];
    }
    case 'BatchFetch':
      return [entityPlaces(node, node.operation, node.entityBatch.aliases)];
    default:
      return invariant(false, `a plan without ${node.kind}`) as never;
  }
}

interface Alias {
  readonly alias: string;
  readonly paths: readonly FlattenNodePathSegment[][];
  readonly requires?: readonly RequiresSelection[];
  readonly outputRewrites?: Parameters<typeof renamedKeys>[0];
}

function entityPlaces(node: PlanNode, operation: string, aliases: readonly Alias[]): FetchPlaces {
  const brings = new Set<Place>();
  const needs = new Set<Place>();
  for (const { alias, paths, requires = [], outputRewrites } of aliases) {
    const inside = placesOf(operation, renamedKeys(outputRewrites)).get(alias) ?? [];
    for (const path of paths) {
      const entity = walkPath(path, needs);
      for (const place of inside) brings.add(at(entity, place));
      addRequired(requires, entity, needs);
    }
  }
  return { node, brings, needs };
}

/** Where a path leads; what has to be there to go it is added to `needs`. */
function walkPath(path: readonly FlattenNodePathSegment[], needs: Set<Place>): Place {
  let place = '';
  for (const segment of path) {
    if (segment === '@') continue;
    if ('Field' in segment) place = at(place, segment.Field);
    needs.add('Field' in segment ? place : at(place, '__typename'));
  }
  return place;
}

function addRequired(selections: readonly RequiresSelection[], outer: Place, needs: Set<Place>): void {
  for (const one of selections) {
    if (one.kind === 'InlineFragment') {
      needs.add(at(outer, '__typename'));
      addRequired(one.selections, outer, needs);
    } else if (one.kind === 'Field') {
      for (const key of [one.name, one.alias ?? one.name]) {
        needs.add(at(outer, key));
        addRequired(one.selections ?? [], at(outer, key), needs);
      }
    }
  }
}

/** The places that a fetch's operation asks for: from the root as `''`, and from each of its root fields. */
function placesOf(operation: string, renamed: ReadonlyMap<string, string>): Map<string, Place[]> {
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map(
    definitions.filter(one => one.kind === Kind.FRAGMENT_DEFINITION).map(one => [one.name.value, one]),
  );
  const root = definitions.find(one => one.kind === Kind.OPERATION_DEFINITION)!;
  const places = new Map<string, Place[]>([['', [...selectedPlaces(root.selectionSet, '', fragments, renamed)]]]);
  for (const selection of root.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || !selection.selectionSet) continue;
    const key = (selection.alias ?? selection.name).value;
    places.set(key, [...selectedPlaces(selection.selectionSet, '', fragments, renamed)]);
  }
  return places;
}

/** The places of an operation in normal form. */
export function operationPlaces({ selectionSet }: OperationDefinitionNode): Set<Place> {
  return selectedPlaces(selectionSet, '', new Map(), new Map());
}

function selectedPlaces(
  { selections }: SelectionSetNode,
  outer: Place,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  renamed: ReadonlyMap<string, string>,
  into = new Set<Place>(),
): Set<Place> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const place = at(outer, renamed.get(key) ?? key);
      into.add(place);
      if (selection.selectionSet) selectedPlaces(selection.selectionSet, place, fragments, renamed, into);
    } else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment) selectedPlaces(fragment.selectionSet, outer, fragments, renamed, into);
    }
  }
  return into;
}

/** The fetches without which some of these places would be empty. */
export function fetchesFor(wanted: ReadonlySet<Place>, fetches: readonly FetchPlaces[]): Set<PlanNode> {
  const places = new Set(wanted);
  const needed = new Set<PlanNode>();
  for (let before = -1; before !== needed.size;) {
    before = needed.size;
    for (const { node, brings, needs } of fetches) {
      if (needed.has(node) || ![...brings].some(place => places.has(place))) continue;
      needed.add(node);
      for (const place of needs) places.add(place);
    }
  }
  return needed;
}

/** The part of a plan that these fetches make; undefined where none is left. */
export function partOfPlan(node: PlanNode, fetches: ReadonlySet<PlanNode>): PlanNode | undefined {
  if (node.kind !== 'Sequence' && node.kind !== 'Parallel') return fetches.has(node) ? node : undefined;
  const nodes = node.nodes.flatMap(one => partOfPlan(one, fetches) ?? []);
  return nodes.length > 0 ? { ...node, nodes } : undefined;
}
