import { courtCases } from './court-cases.ts';
import { disputeResolution } from './dispute-resolution.ts';
import { hazardsByVillage, hazardsOfVillage } from './hazards.ts';
import { judicialAid } from './judicial-aid.ts';
import { policeCalls } from './police-calls.ts';
import type { Question } from './question.ts';

/** The questions to choose from, in the order in which they are offered. */
export const questions: readonly Question[] = [
  policeCalls,
  courtCases,
  disputeResolution,
  hazardsOfVillage,
  hazardsByVillage,
  judicialAid,
];
