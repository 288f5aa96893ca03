import type { Figure } from '../indicators/index.ts';
import type { Client } from '../sdk/index.ts';
import { type Cause, causesOf } from './cause.ts';
import { freeze, type FrozenFigures, type MakeAnalytics, textOf } from './freeze.ts';
import { NotNoted, replayingClient } from './recording-client.ts';

/** A figure that is another one now. */
export interface Change {
  readonly frozen: Figure;
  /** The frozen answers under the present definition; null where it asks for more than was asked then. */
  readonly underPresentDefinition: Figure | null;
  /** Null where it is no longer computed. */
  readonly now: Figure | null;
  readonly causes: readonly Cause[];
}

export interface Replay {
  /** Whether the frozen answers, computed again, give the frozen figures byte for byte; null: the definitions ask for more now. */
  readonly sameBytes: boolean | null;
  readonly figures: number;
  readonly changes: readonly Change[];
}

/**
 * Computes frozen figures again: from the frozen answers, and anew from the sources, with the reasons of each difference.
 * @throws CodedError UNKNOWN_INDICATOR where a definition is gone
 * @throws ClientError when there is no gateway
 */
export async function replay(frozen: FrozenFigures, client: Client, make: MakeAnalytics, at: Date): Promise<Replay> {
  const again = await fromAnswers(frozen, make);
  const now = await freeze(client, make, frozen.request, at);
  const definitions = new Map(now.definitions.map(({ id, hash }) => [id, hash]));
  const redefined = new Set(frozen.definitions.filter(({ id, hash }) => definitions.get(id) !== hash).map(d => d.id));
  const [present, recomputed] = [byKey(now.figures), byKey(again ?? [])];
  const changes = frozen.figures.flatMap((figure): Change[] => {
    const key = keyOf(figure);
    const after = present.get(key) ?? null;
    if (after !== null && textOf([after]) === textOf([figure])) return [];
    const underPresentDefinition = recomputed.get(key) ?? null;
    const causes = causesOf({ frozen, now, figure, after, redefined: redefined.has(figure.id) });
    return [{ frozen: figure, underPresentDefinition, now: after, causes }];
  });
  const sameBytes = again === null ? null : textOf(again) === textOf(frozen.figures);
  return { sameBytes, figures: frozen.figures.length, changes };
}

async function fromAnswers({ exchanges, request }: FrozenFigures, make: MakeAnalytics): Promise<Figure[] | null> {
  try {
    return await make(replayingClient(exchanges)).figures(request);
  } catch (error) {
    if (error instanceof NotNoted) return null;
    throw error;
  }
}

function keyOf({ id, form, part, area, period, dimension }: Figure): string {
  return JSON.stringify([id, form, part, area.code, period.unit, period.label, dimension]);
}

function byKey(figures: readonly Figure[]): Map<string, Figure> {
  return new Map(figures.map(figure => [keyOf(figure), figure]));
}
