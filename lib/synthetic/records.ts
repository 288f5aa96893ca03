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

export interface GridVisit extends Located {
  readonly id: string;
  readonly visitedOn: number;
  readonly visited: number;
  readonly households: number;
}

export type HandoverParty = 'CENTRE' | 'JUSTICE' | 'POLICE' | 'PETITION' | 'COURT' | 'TOWNSHIP';

export interface Handover extends Located {
  readonly id: string;
  readonly sender: HandoverParty;
  readonly receiver: HandoverParty;
  readonly sentOn: number;
  readonly limitOn: number;
  readonly answeredOn: number | null;
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
  readonly recurredOn: number | null;
}

export type MediationOutcome = 'WRITTEN_AGREEMENT' | 'ORAL_AGREEMENT' | 'TERMINATED';

export interface Mediation extends Located {
  readonly id: string;
  readonly dispute: string;
  readonly committee: string;
  readonly acceptedOn: number;
  readonly endedOn: number | null;
  readonly outcome: MediationOutcome | null;
  readonly channel: DisputeChannel;
  readonly limitOn: number;
  readonly performanceDueOn: number | null;
  readonly performedOn: number | null;
  readonly escalatedOn: number | null;
}

export interface MediationCommittee extends Located {
  readonly id: string;
  readonly name: string;
  readonly foundedOn: number;
  readonly dissolvedOn: number | null;
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
  readonly noticeDueOn: number;
  readonly noticedOn: number | null;
  readonly answeredOn: number | null;
  readonly reviewRequestedOn: number | null;
  readonly repeat: boolean;
  readonly visits: number | null;
  readonly rating: 'SATISFIED' | 'PARTLY' | 'DISSATISFIED' | null;
  readonly modifiedOn: number;
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
  readonly limitOn: number;
  readonly closingMode: 'JUDGMENT' | 'RULING' | 'MEDIATION' | 'WITHDRAWAL' | null;
  readonly appealedOn: number | null;
  readonly appealClosedOn: number | null;
  readonly appealOutcome: 'UPHELD' | 'REVISED' | 'REMANDED' | null;
  readonly furtherProcedures: number | null;
  readonly modifiedOn: number;
  readonly dispute: string | null;
  readonly prosecutionCase: string | null;
}

export interface JudicialConfirmation extends Located {
  readonly id: string;
  readonly agreedOn: number;
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
  readonly closingMode: 'FORCED' | 'PERFORMED' | 'SETTLED' | 'SUSPENDED' | 'DISMISSED' | null;
  readonly courtCase: string;
}

export interface AdministrativeHearing extends Located {
  readonly id: string;
  readonly heldOn: number;
  readonly agency: 'POLICE' | 'LAND' | 'HOUSING' | 'TOWNSHIP' | 'OTHER';
  readonly headRequired: boolean;
  readonly headAppeared: boolean;
  readonly courtCase: string;
}

export interface PreFilingMediation extends Located {
  readonly id: string;
  readonly organisation: 'PEOPLES_MEDIATION' | 'TRADE_MEDIATION' | 'COURT_INVITED';
  readonly referredOn: number;
  readonly endedOn: number | null;
  readonly outcome: 'SETTLED' | 'FAILED' | null;
  readonly dispute: string;
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
  readonly offence: Offence;
  readonly limitOn: number;
  readonly prosecuted: number | null;
  readonly notProsecuted: number | null;
  readonly pleaApplied: number | null;
  readonly extraProcedures: number | null;
  readonly judgedOn: number | null;
  readonly recommended: number | null;
  readonly recommendationsAdopted: number | null;
}

export interface ArrestReview extends Located {
  readonly id: string;
  readonly decidedOn: number;
  readonly offence: Offence;
  readonly arrested: number;
  readonly notArrested: number;
  readonly policeCase: string;
}

export interface SupervisionOpinion extends Located {
  readonly id: string;
  readonly kind: 'FILING' | 'INVESTIGATION' | 'TRIAL' | 'ENFORCEMENT';
  readonly issuedOn: number;
  readonly adoptedOn: number | null;
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

export type Offence = 'THEFT' | 'FRAUD' | 'INJURY' | 'DANGEROUS_DRIVING' | 'HOMICIDE' | 'OTHER';

export interface PoliceIncident extends Located {
  readonly id: bigint;
  readonly kind: 'DISPUTE' | 'THEFT' | 'FRAUD' | 'TRAFFIC' | 'HELP';
  readonly calledAt: number;
  readonly arrivedAt: number | null;
  readonly response: 'ARRIVAL' | 'TELEPHONE' | 'INVALID';
  readonly repeat: boolean;
  readonly dispute: string | null;
}

export interface PoliceCase extends Located {
  readonly id: string;
  readonly kind: 'CRIMINAL' | 'PUBLIC_ORDER';
  readonly offence: Offence;
  readonly occurredOn: number;
  readonly filedOn: number;
  readonly solvedOn: number | null;
  readonly closedOn: number | null;
  readonly limitOn: number | null;
  readonly deaths: number;
  readonly transferredOn: number | null;
  readonly withdrawnOn: number | null;
}

export interface TrafficAccident extends Located {
  readonly id: string;
  readonly occurredOn: number;
  readonly deaths: number;
}

export interface CustodyCount extends Located {
  readonly id: string;
  readonly stage: 'INVESTIGATION' | 'PROSECUTION' | 'TRIAL' | 'SENTENCED';
  readonly countedOn: number;
  readonly replacedOn: number | null;
  readonly held: number;
}

export interface AssistanceCase extends Located {
  readonly id: string;
  readonly kind: 'MIN_LIVING' | 'DESTITUTE' | 'NEAR_POOR';
  readonly persons: number;
  readonly appliedOn: number;
  readonly decisionLimitOn: number;
  readonly identifiedOn: number;
  readonly leftOn: number | null;
  readonly aidFrom: number | null;
  readonly aidUntil: number | null;
}

export interface TemporaryRelief extends Located {
  readonly id: string;
  readonly urgent: boolean;
  readonly appliedOn: number;
  readonly decidedOn: number | null;
  readonly limitOn: number;
  readonly amount: number | null;
}

export interface ReliefPayment extends Located {
  readonly id: string;
  readonly programme: 'MIN_LIVING' | 'DESTITUTE' | 'TEMPORARY';
  readonly dueOn: number;
  readonly due: number;
  readonly paidOnTime: number;
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
  readonly sector: 'MINING' | 'INDUSTRY' | 'COMMERCE' | 'CONSTRUCTION' | 'TRANSPORT' | 'OTHER' | null;
  readonly occurredOn: number;
  readonly occurredAt: number;
  readonly reportedAt: number | null;
  readonly forwardedAt: number | null;
  readonly deaths: number;
  readonly unaccounted: number;
  readonly investigationDueOn: number | null;
  readonly investigatedOn: number | null;
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
  GridVisit: GridVisit;
  Handover: Handover;
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
  AdministrativeHearing: AdministrativeHearing;
  PreFilingMediation: PreFilingMediation;
  ProsecutionCase: ProsecutionCase;
  JudicialAid: JudicialAid;
  PublicInterestCase: PublicInterestCase;
  ArrestReview: ArrestReview;
  SupervisionOpinion: SupervisionOpinion;
  PoliceIncident: PoliceIncident;
  PoliceCase: PoliceCase;
  TrafficAccident: TrafficAccident;
  CustodyCount: CustodyCount;
  AssistanceCase: AssistanceCase;
  TemporaryRelief: TemporaryRelief;
  ReliefPayment: ReliefPayment;
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
