/**
 * Where a developer of another system starts. With a county running (`npm start`):
 *
 *     npx node docs/example.ts [http://127.0.0.1:4000/graphql]
 *
 * Elsewhere than at a demonstration it needs a token of yours in COUNTYGRAPH_TOKEN.
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { createAnalytics, figureReasons, type Figure } from 'countygraph/indicators';
import { ClientError, createClient, DisputeJourneyDocument, PlacesDocument } from 'countygraph/sdk';
import { parse } from 'graphql';

const token = process.env['COUNTYGRAPH_TOKEN'];
const client = createClient({
  url: process.argv[2] ?? 'http://127.0.0.1:4000/graphql',
  ...(token === undefined ? {} : { token }),
});

/** A question of your own; its types are yours to keep in step with schema/api.graphql, or for graphql-codegen to write. */
const disputesByPetition: TypedDocumentNode<
  { disputes: { totalCount: number; nodes: { id: string; acceptedOn: string | null }[] } | null },
  { within: string[] }
> = parse(`
  query DisputesByPetition($within: [AreaCode!]!) {
    disputes(
      first: 3
      filter: { channel: { in: [PETITION] }, resolvedOn: { missing: true }, within: $within }
      orderBy: ACCEPTED_ON_ASC
    ) {
      totalCount
      nodes { id acceptedOn }
    }
  }
`);

async function showOldestDispute(town: { code: string; name: string | null }): Promise<void> {
  const { data, errors } = await client.query(disputesByPetition, { within: [town.code] });
  // A department that is away costs its own fields: null here, and `errors` says which and why.
  for (const { path, extensions } of errors) console.log(`No answer for ${path?.join('.')}: ${extensions?.code}`);
  console.log(`\n${town.name ?? town.code}: ${data.disputes?.totalCount ?? '?'} open disputes that came by petition`);
  const oldest = data.disputes?.nodes[0];
  if (oldest === undefined) return;
  const journey = await client.query(DisputeJourneyDocument, { id: oldest.id });
  const dispute = journey.data.dispute;
  console.log(`The oldest is ${oldest.id}, a ${dispute?.kind ?? '?'} dispute accepted on ${oldest.acceptedOn}`);
  for (const { id, channel, receivedOn } of dispute?.petitions?.nodes ?? []) {
    console.log(`  petition ${id} by ${channel} on ${receivedOn}`);
  }
  for (const { id, filedOn } of dispute?.lawsuits?.nodes ?? []) console.log(`  lawsuit ${id} filed on ${filedOn}`);
}

/** A figure is never shown without saying how sure it is, or why it is not there. */
function sentence({ area, period, status, value, interval, numerator, denominator, reason }: Figure): string {
  const why = reason === null ? '' : ` (${status}: ${figureReasons[reason].en})`;
  const range =
    interval === null ? '' : `, 95 % interval ${interval.lower?.toFixed(1)} to ${interval.upper?.toFixed(1)}`;
  const number = value === null ? 'no figure' : `${value.toFixed(1)} %, ${numerator} of ${denominator}${range}`;
  return `${area.name} ${period.label}: ${number}${why}`;
}

async function main(): Promise<void> {
  const { data } = await client.query(PlacesDocument, { level: 'TOWN' });
  const [town] = data.places ?? [];
  if (town !== undefined) await showOldestDispute(town);

  const analytics = createAnalytics({ client, dataFrom: '2023-10-01' });
  const figures = await analytics.figures({
    indicators: ['grid_event_on_time_rate'],
    periods: ['2026-Q2', '2026-Q3'],
    areas: ['枫溪县', ...(town === undefined ? [] : [town.code])],
  });
  console.log('\nGrid events closed on time 网格事件按时办结率');
  for (const figure of figures) console.log(`  ${sentence(figure)}`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ClientError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
