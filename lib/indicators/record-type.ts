import type { VariablesOf } from '@graphql-typed-document-node/core';
import {
  AdministrativeHearingStatsDocument,
  ArrestReviewStatsDocument,
  AssistanceCaseStatsDocument,
  CareFacilityStatsDocument,
  CourtCaseStatsDocument,
  CustodyCountStatsDocument,
  DisputeStatsDocument,
  EmergencyEventStatsDocument,
  EnforcementStatsDocument,
  GridStatsDocument,
  GridEventStatsDocument,
  GridPostStatsDocument,
  GridVisitStatsDocument,
  HandoverStatsDocument,
  HazardStatsDocument,
  InspectionStatsDocument,
  JudicialAidStatsDocument,
  JudicialAuctionStatsDocument,
  JudicialConfirmationStatsDocument,
  LegalAidCaseStatsDocument,
  MediationStatsDocument,
  MediationCommitteeStatsDocument,
  PetitionStatsDocument,
  PoliceCaseStatsDocument,
  PoliceIncidentStatsDocument,
  PreFilingMediationStatsDocument,
  ProsecutionCaseStatsDocument,
  PublicInterestCaseStatsDocument,
  ReliefPaymentStatsDocument,
  SupervisionOpinionStatsDocument,
  TemporaryReliefStatsDocument,
  TrafficAccidentStatsDocument,
} from '../sdk/index.ts';

/** Types of records that have statistics: whose they are, and the registered operation that asks for them. */
export const recordTypes = {
  administrativeHearing: { department: 'court', statistics: AdministrativeHearingStatsDocument },
  arrestReview: { department: 'procuratorate', statistics: ArrestReviewStatsDocument },
  assistanceCase: { department: 'civil-affairs', statistics: AssistanceCaseStatsDocument },
  careFacility: { department: 'civil-affairs', statistics: CareFacilityStatsDocument },
  courtCase: { department: 'court', statistics: CourtCaseStatsDocument },
  custodyCount: { department: 'police', statistics: CustodyCountStatsDocument },
  dispute: { department: 'justice', statistics: DisputeStatsDocument },
  emergencyEvent: { department: 'emergency', statistics: EmergencyEventStatsDocument },
  enforcement: { department: 'court', statistics: EnforcementStatsDocument },
  grid: { department: 'grid', statistics: GridStatsDocument },
  gridEvent: { department: 'grid', statistics: GridEventStatsDocument },
  gridPost: { department: 'grid', statistics: GridPostStatsDocument },
  gridVisit: { department: 'grid', statistics: GridVisitStatsDocument },
  handover: { department: 'grid', statistics: HandoverStatsDocument },
  hazard: { department: 'emergency', statistics: HazardStatsDocument },
  inspection: { department: 'emergency', statistics: InspectionStatsDocument },
  judicialAid: { department: 'procuratorate', statistics: JudicialAidStatsDocument },
  judicialAuction: { department: 'court', statistics: JudicialAuctionStatsDocument },
  judicialConfirmation: { department: 'court', statistics: JudicialConfirmationStatsDocument },
  legalAidCase: { department: 'justice', statistics: LegalAidCaseStatsDocument },
  mediation: { department: 'justice', statistics: MediationStatsDocument },
  mediationCommittee: { department: 'justice', statistics: MediationCommitteeStatsDocument },
  petition: { department: 'petition', statistics: PetitionStatsDocument },
  policeCase: { department: 'police', statistics: PoliceCaseStatsDocument },
  policeIncident: { department: 'police', statistics: PoliceIncidentStatsDocument },
  preFilingMediation: { department: 'court', statistics: PreFilingMediationStatsDocument },
  prosecutionCase: { department: 'procuratorate', statistics: ProsecutionCaseStatsDocument },
  publicInterestCase: { department: 'procuratorate', statistics: PublicInterestCaseStatsDocument },
  reliefPayment: { department: 'civil-affairs', statistics: ReliefPaymentStatsDocument },
  supervisionOpinion: { department: 'procuratorate', statistics: SupervisionOpinionStatsDocument },
  temporaryRelief: { department: 'civil-affairs', statistics: TemporaryReliefStatsDocument },
  trafficAccident: { department: 'police', statistics: TrafficAccidentStatsDocument },
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

/** Dimensions of a type of record; one that the schema does not declare there does not compile. */
export function dimensions<T extends RecordType>(_type: T, ...fields: readonly DimensionOf<T>[]): AnyDimension[] {
  return fields.map(field => field as string as AnyDimension);
}
