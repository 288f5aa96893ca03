/**
 * The canonical records that are simulated, before a department's legacy schema hides them. Days are whole numbers since
 * 1970-01-01, moments (`…At`) seconds, amounts yuan. null: has not happened by the last day of the data.
 */
interface Located {
  /** 15-digit code of the grid. */
  readonly place: string;
}

export interface Grid extends Located {
  readonly name: string;
  readonly households: number;
  readonly population: number;
  readonly urban: boolean;
  readonly establishedOn: number;
  readonly retiredOn: number | null;
  readonly geometry: string;
}

/** A county, town or village. */
export interface Region extends Located {
  readonly name: string;
  readonly level: string;
  readonly geometry: string;
}

export interface GridEvent extends Located {
  readonly id: string;
  readonly kind: 'DISPUTE' | 'HAZARD' | 'ENVIRONMENT' | 'FACILITY' | 'SERVICE';
  readonly reportedOn: number;
  readonly dueOn: number;
  readonly closedOn: number | null;
  readonly dispute: string | null;
}

export interface GridPost extends Located {
  readonly id: string;
  readonly role: 'MAIN' | 'DEPUTY';
  readonly startedOn: number;
  readonly endedOn: number | null;
  readonly households: number;
}

export interface Centre extends Located {
  readonly id: string;
  readonly name: string;
  readonly kind: 'GOVERNANCE' | 'SERVICE';
  readonly openedOn: number;
}

export type DisputeKind = 'FAMILY' | 'NEIGHBOUR' | 'LAND' | 'LABOUR' | 'CONTRACT' | 'PROPERTY' | 'OTHER';
export type DisputeChannel = 'GRID' | 'WALK_IN' | 'PETITION' | 'POLICE' | 'COURT';

export interface Dispute extends Located {
  readonly id: string;
  readonly kind: DisputeKind;
  readonly channel: DisputeChannel;
  readonly level: 'VILLAGE' | 'TOWN' | 'COUNTY';
  readonly acceptedOn: number;
  readonly resolvedOn: number | null;
}

export type MediationOutcome = 'WRITTEN_AGREEMENT' | 'ORAL_AGREEMENT' | 'TERMINATED';

export interface Mediation extends Located {
  readonly id: string;
  readonly dispute: string;
  readonly committee: string;
  readonly acceptedOn: number;
  readonly endedOn: number | null;
  readonly outcome: MediationOutcome | null;
}

export interface MediationCommittee extends Located {
  readonly id: string;
  readonly name: string;
  readonly mediators: number;
  readonly fulltimeMediators: number;
}

export interface LegalAidCase extends Located {
  readonly id: string;
  readonly acceptedOn: number;
  readonly closedOn: number | null;
}

export interface Petition extends Located {
  readonly year: number;
  readonly number: number;
  readonly channel: 'LETTER' | 'VISIT' | 'ONLINE' | 'PHONE';
  readonly receivedOn: number;
  readonly acceptedOn: number | null;
  readonly dueOn: number | null;
  readonly closedOn: number | null;
  readonly dispute: string | null;
}

export interface CourtCase extends Located {
  readonly id: string;
  readonly kind: 'CIVIL' | 'CRIMINAL' | 'ADMINISTRATIVE';
  readonly procedure: 'ORDINARY' | 'SUMMARY' | 'FAST_TRACK';
  readonly filedOn: number;
  readonly closedOn: number | null;
  readonly excludedDays: number;
  readonly claimAmount: number | null;
  readonly dispute: string | null;
  readonly prosecutionCase: string | null;
}

export interface JudicialConfirmation extends Located {
  readonly id: string;
  readonly appliedOn: number;
  readonly confirmedOn: number | null;
  readonly dispute: string;
}

export interface Enforcement extends Located {
  readonly id: string;
  readonly filedOn: number;
  readonly closedOn: number | null;
  readonly appliedAmount: number;
  readonly receivedAmount: number | null;
  readonly courtCase: string;
}

export interface JudicialAuction {
  readonly id: string;
  readonly heldOn: number;
  readonly price: number;
  readonly enforcement: string;
}

export interface ProsecutionCase extends Located {
  readonly id: string;
  readonly receivedOn: number;
  readonly decidedOn: number | null;
  readonly decision: 'PROSECUTED' | 'NOT_PROSECUTED' | null;
  readonly policeCase: string;
}

export interface JudicialAid extends Located {
  readonly id: string;
  readonly grantedOn: number;
  readonly amount: number;
}

export interface PublicInterestCase extends Located {
  readonly id: string;
  readonly openedOn: number;
  readonly closedOn: number | null;
  readonly organisation: string;
}

export interface PoliceIncident extends Located {
  readonly id: bigint;
  readonly kind: 'DISPUTE' | 'THEFT' | 'FRAUD' | 'TRAFFIC' | 'HELP';
  readonly calledAt: number;
  readonly arrivedAt: number | null;
  readonly dispute: string | null;
}

export interface PoliceCase extends Located {
  readonly id: string;
  readonly kind: 'CRIMINAL' | 'PUBLIC_ORDER';
  readonly filedOn: number;
  readonly transferredOn: number | null;
  readonly withdrawnOn: number | null;
}

export interface AssistanceCase extends Located {
  readonly id: string;
  readonly kind: 'MIN_LIVING' | 'DESTITUTE' | 'NEAR_POOR';
  readonly persons: number;
  readonly identifiedOn: number;
  readonly leftOn: number | null;
  readonly aidFrom: number | null;
  readonly aidUntil: number | null;
}

export interface CareFacility extends Located {
  readonly id: string;
  readonly name: string;
  readonly beds: number;
  readonly openedOn: number;
  readonly closedOn: number | null;
}

export interface SocialOrganisation extends Located {
  readonly id: string;
  readonly name: string;
  readonly registeredOn: number;
}

export interface Organisation extends Located {
  readonly creditCode: string;
  readonly name: string;
}

export interface Inspection extends Located {
  readonly id: string;
  readonly madeOn: number;
  readonly organisation: string;
}

export interface Hazard extends Located {
  readonly id: string;
  readonly grade: 'GENERAL' | 'MAJOR';
  readonly foundOn: number;
  readonly dueOn: number;
  readonly rectifiedOn: number | null;
  readonly organisation: string;
  readonly inspection: string;
}

export interface EmergencyEvent extends Located {
  readonly kind: 'WORK_SAFETY' | 'FIRE' | 'NATURAL';
  readonly occurredOn: number;
  readonly deaths: number;
}

export interface Shelter extends Located {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
}

/** Every type, by its name in the graph. */
export interface Records {
  Region: Region;
  Grid: Grid;
  GridEvent: GridEvent;
  GridPost: GridPost;
  Centre: Centre;
  Dispute: Dispute;
  Mediation: Mediation;
  MediationCommittee: MediationCommittee;
  LegalAidCase: LegalAidCase;
  Petition: Petition;
  CourtCase: CourtCase;
  JudicialConfirmation: JudicialConfirmation;
  Enforcement: Enforcement;
  JudicialAuction: JudicialAuction;
  ProsecutionCase: ProsecutionCase;
  JudicialAid: JudicialAid;
  PublicInterestCase: PublicInterestCase;
  PoliceIncident: PoliceIncident;
  PoliceCase: PoliceCase;
  AssistanceCase: AssistanceCase;
  CareFacility: CareFacility;
  SocialOrganisation: SocialOrganisation;
  Organisation: Organisation;
  Inspection: Inspection;
  Hazard: Hazard;
  EmergencyEvent: EmergencyEvent;
  Shelter: Shelter;
}

export type RecordType = keyof Records;

/** Writes a record of a type down: into the truth and, through its legacy table, into its department's database. */
export type Write = <T extends RecordType>(type: T, record: Records[T]) => void;
