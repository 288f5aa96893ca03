import type { VariablesOf } from '@graphql-typed-document-node/core';
import {
  AssistanceCaseStatsDocument,
  CareFacilityStatsDocument,
  CourtCaseStatsDocument,
  DisputeStatsDocument,
  EmergencyEventStatsDocument,
  EnforcementStatsDocument,
  GridEventStatsDocument,
  GridPostStatsDocument,
  GridStatsDocument,
  HazardStatsDocument,
  InspectionStatsDocument,
  JudicialAidStatsDocument,
  JudicialAuctionStatsDocument,
  JudicialConfirmationStatsDocument,
  LegalAidCaseStatsDocument,
  MediationStatsDocument,
  PetitionStatsDocument,
  PoliceCaseStatsDocument,
  PoliceIncidentStatsDocument,
  ProsecutionCaseStatsDocument,
  PublicInterestCaseStatsDocument,
} from '../sdk/index.ts';

/** Types of records that have statistics: whose they are, and the registered operation that asks for them. */
export const recordTypes = {
  assistanceCase: { department: 'civil-affairs', statistics: AssistanceCaseStatsDocument },
  careFacility: { department: 'civil-affairs', statistics: CareFacilityStatsDocument },
  courtCase: { department: 'court', statistics: CourtCaseStatsDocument },
  dispute: { department: 'justice', statistics: DisputeStatsDocument },
  emergencyEvent: { department: 'emergency', statistics: EmergencyEventStatsDocument },
  enforcement: { department: 'court', statistics: EnforcementStatsDocument },
  grid: { department: 'grid', statistics: GridStatsDocument },
  gridEvent: { department: 'grid', statistics: GridEventStatsDocument },
  gridPost: { department: 'grid', statistics: GridPostStatsDocument },
  hazard: { department: 'emergency', statistics: HazardStatsDocument },
  inspection: { department: 'emergency', statistics: InspectionStatsDocument },
  judicialAid: { department: 'procuratorate', statistics: JudicialAidStatsDocument },
  judicialAuction: { department: 'court', statistics: JudicialAuctionStatsDocument },
  judicialConfirmation: { department: 'court', statistics: JudicialConfirmationStatsDocument },
  legalAidCase: { department: 'justice', statistics: LegalAidCaseStatsDocument },
  mediation: { department: 'justice', statistics: MediationStatsDocument },
  petition: { department: 'petition', statistics: PetitionStatsDocument },
  policeCase: { department: 'police', statistics: PoliceCaseStatsDocument },
  policeIncident: { department: 'police', statistics: PoliceIncidentStatsDocument },
  prosecutionCase: { department: 'procuratorate', statistics: ProsecutionCaseStatsDocument },
  publicInterestCase: { department: 'procuratorate', statistics: PublicInterestCaseStatsDocument },
} as const;

export type RecordType = keyof typeof recordTypes;

/** The measures that the schema declares on a type of record. */
export type MeasureOf<T extends RecordType> = Extract<
  VariablesOf<(typeof recordTypes)[T]['statistics']>['measures'],
  string
>;

type Variables<T extends RecordType> = VariablesOf<(typeof recordTypes)[T]['statistics']>;

/** CLOSING_MODE as closingMode. */
type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<Camel<Tail>>}`
  : Lowercase<S>;

type Words<T> = T extends readonly (infer Word)[] | infer Word ? Extract<Word, string> : never;

/** The fields by which the schema lets a type's statistics be broken down. */
export type DimensionOf<T extends RecordType> =
  Variables<T> extends { readonly by?: infer By } ? Camel<Words<NonNullable<By>>> : never;

declare const declared: unique symbol;

/** A dimension that the schema declares; only `dimensions` makes one. */
export type AnyDimension = string & { readonly [declared]: true };

/** Dimensions that every one of the types has: what an indicator that rests on these types can be broken down by. */
export function dimensions<T extends RecordType>(
  types: readonly T[],
  ...fields: readonly { [K in T]: DimensionOf<K> }[T][]
): AnyDimension[] {
  return types.length === 0 ? [] : (fields as readonly string[] as readonly AnyDimension[]).slice();
}
