import { createHash } from 'node:crypto';
import type { Analytics, Figure, Indicator } from '../indicators/index.ts';
import type { Client } from '../sdk/index.ts';
import { type Exchange, recordingClient } from './recording-client.ts';
import { type Watermark, watermarksOf } from './watermark.ts';

/** Makes the county's analytics over a client; that of the same county each time. */
export type MakeAnalytics = (client: Client) => Analytics<string>;

export interface FrozenRequest {
  readonly areas: readonly string[];
  readonly periods: readonly string[];
  /** Ids; all that there were, where none was chosen. */
  readonly indicators: readonly string[];
}

/** A definition as it stood: its version, and a hash of what it says. */
export interface FrozenDefinition {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** Figures with all that they came from. */
export interface FrozenFigures {
  readonly format: 1;
  /** Moment of UTC. */
  readonly at: string;
  readonly request: FrozenRequest;
  readonly definitions: readonly FrozenDefinition[];
  readonly watermarks: readonly Watermark[];
  readonly figures: readonly Figure[];
  readonly exchanges: readonly Exchange[];
}

/** Computes figures and keeps with them the questions, the answers, the definitions and how far the sources went. */
export async function freeze(
  client: Client,
  make: MakeAnalytics,
  request: Omit<FrozenRequest, 'indicators'> & { readonly indicators?: readonly string[] },
  at: Date,
): Promise<FrozenFigures> {
  const recording = recordingClient(client);
  const analytics = make(recording.client);
  const indicators = request.indicators ?? analytics.catalogue.map(({ id }) => id);
  const asked = { areas: request.areas, periods: request.periods, indicators };
  const figures = await analytics.figures(asked);
  // The order in which departments answer is chance.
  const exchanges = [...recording.exchanges].sort((a, b) => order(a).localeCompare(order(b)));
  const definitions = definitionsOf(analytics.catalogue, indicators);
  return {
    format: 1,
    at: at.toISOString(),
    request: asked,
    definitions,
    watermarks: watermarksOf(exchanges),
    figures,
    exchanges,
  };
}

function order({ query, variables }: Exchange): string {
  return query + JSON.stringify(variables);
}

export function definitionsOf(catalogue: readonly Indicator[], ids: readonly string[]): FrozenDefinition[] {
  return catalogue
    .filter(({ id }) => ids.includes(id))
    .map(definition => ({
      id: definition.id,
      version: definition.versions.at(-1)?.version ?? 0,
      hash: createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 16),
    }));
}

/** The text of figures, by which they are compared byte for byte. */
export function textOf(figures: readonly Figure[]): string {
  return JSON.stringify(figures);
}
