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
