/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type AdministrativeHearingDimension =
  | 'AGENCY';

export type AdministrativeHearingMeasure =
  | 'HEAD_APPEARED'
  | 'HEAD_REQUIRED';

export type AgencyKind =
  /** 住建 */
  | 'HOUSING'
  /** 自然资源 */
  | 'LAND'
  /** 其他 */
  | 'OTHER'
  /** 公安 */
  | 'POLICE'
  /** 乡镇街道 */
  | 'TOWNSHIP';

/** What a comparison with the assisted households came to. */
export type AidAssistanceOutcome =
  /** 在册救助对象 */
  | 'ASSISTED'
  /** 未在册 */
  | 'NOT_ASSISTED'
  /** 身份号码缺失或无法识别，不能比对 */
  | 'NOT_COMPARABLE';

export type AidAssistanceStatus =
  /** 救助中 */
  | 'AIDED'
  /** 已认定，尚未救助 */
  | 'IDENTIFIED'
  /** 已退出 */
  | 'LEFT'
  /** 停止救助，仍在册 */
  | 'PAUSED';

export type AppealOutcome =
  /** 发回重审 */
  | 'REMANDED'
  /** 改判 */
  | 'REVISED'
  /** 维持 */
  | 'UPHELD';

export type ArrestReviewDimension =
  | 'OFFENCE';

export type ArrestReviewMeasure =
  | 'ARRESTED'
  | 'DECIDED'
  | 'NOT_ARRESTED';

export type AssistanceCaseDimension =
  | 'KIND';

export type AssistanceCaseMeasure =
  | 'AIDED_PERSONS'
  | 'IDENTIFIED'
  | 'IDENTIFIED_PERSONS'
  | 'MIN_LIVING_AIDED'
  | 'MIN_LIVING_DECIDED'
  | 'MIN_LIVING_DECIDED_ON_TIME';

export type AssistanceKind =
  /** 特困 */
  | 'DESTITUTE'
  /** 低保 */
  | 'MIN_LIVING'
  /** 低保边缘 */
  | 'NEAR_POOR';

export type CareFacilityMeasure =
  | 'BEDS';

/** Why a cell of a statistic holds no number. */
export type CellStatus =
  | 'OK'
  /** The department does not give this cell out, or there is nothing to give: the two look alike. 不予公布 */
  | 'SUPPRESSED';

export type CourtCaseDimension =
  | 'APPEAL_OUTCOME'
  | 'CLOSING_MODE'
  | 'KIND'
  | 'PROCEDURE';

export type CourtCaseKind =
  /** 行政 */
  | 'ADMINISTRATIVE'
  /** 民事 */
  | 'CIVIL'
  /** 刑事 */
  | 'CRIMINAL';

export type CourtCaseMeasure =
  | 'APPEALABLE'
  | 'APPEALED'
  | 'APPEALS_CLOSED'
  | 'APPEALS_REMANDED'
  | 'APPEALS_REVISED'
  | 'CIVIL_CLOSED'
  | 'CIVIL_SETTLED'
  | 'CLAIMED'
  | 'CLOSED'
  | 'CLOSED_AT_MONTH_END'
  | 'CLOSED_WITHIN_LIMIT'
  | 'CLOSED_WITH_LIMIT'
  | 'CRIMINAL_TIME_TO_JUDGMENT'
  | 'FILED'
  | 'FILED_CIVIL_OR_ADMINISTRATIVE'
  | 'FURTHER_PROCEDURES'
  | 'PENDING'
  | 'PENDING_AGE'
  | 'TIME_TO_CLOSE';

export type CourtClosing =
  /** 判决 */
  | 'JUDGMENT'
  /** 调解 */
  | 'MEDIATION'
  /** 裁定 */
  | 'RULING'
  /** 撤诉 */
  | 'WITHDRAWAL';

export type CourtProcedure =
  /** 速裁 */
  | 'FAST_TRACK'
  /** 普通程序 */
  | 'ORDINARY'
  /** 简易程序 */
  | 'SUMMARY';

export type CrimeKind =
  /** 危险驾驶 */
  | 'DANGEROUS_DRIVING'
  /** 诈骗 */
  | 'FRAUD'
  /** 故意杀人 */
  | 'HOMICIDE'
  /** 伤害 */
  | 'INJURY'
  /** 其他 */
  | 'OTHER'
  /** 盗窃 */
  | 'THEFT';

export type CustodyCountDimension =
  | 'STAGE';

export type CustodyCountMeasure =
  | 'HELD'
  | 'UNSENTENCED';

export type CustodyStage =
  /** 侦查 */
  | 'INVESTIGATION'
  /** 审查起诉 */
  | 'PROSECUTION'
  /** 已决 */
  | 'SENTENCED'
  /** 审判 */
  | 'TRIAL';

/** How the figures of a statistic are given out. 披露控制 */
export type DisclosureProfile =
  /** As they are. 精确 */
  | 'EXACT'
  /** Rounded at random, so that nobody can be made out. 受保护 */
  | 'PROTECTED'
  /** More coarsely, for everybody. 公开 */
  | 'PUBLIC';

export type DisputeChannel =
  /** 法院委派 */
  | 'COURT'
  /** 网格上报 */
  | 'GRID'
  /** 信访转办 */
  | 'PETITION'
  /** 公安移交 */
  | 'POLICE'
  /** 群众来访 */
  | 'WALK_IN';

export type DisputeDimension =
  | 'CHANNEL'
  | 'KIND'
  | 'LEVEL';

export type DisputeKind =
  /** 合同债务 */
  | 'CONTRACT'
  /** 婚姻家庭 */
  | 'FAMILY'
  /** 劳动争议 */
  | 'LABOUR'
  /** 土地山林 */
  | 'LAND'
  /** 邻里 */
  | 'NEIGHBOUR'
  /** 其他 */
  | 'OTHER'
  /** 物业 */
  | 'PROPERTY';

export type DisputeLevel =
  /** 县级 */
  | 'COUNTY'
  /** 乡镇级 */
  | 'TOWN'
  /** 村级 */
  | 'VILLAGE';

export type DisputeMeasure =
  | 'ACCEPTED'
  | 'ACCEPTED_FOLLOWED'
  | 'ACCEPTED_RESOLVED'
  | 'OPEN'
  | 'RESOLVED'
  | 'RESOLVED_AT_A_LEVEL'
  | 'RESOLVED_AT_MONTH_END'
  | 'RESOLVED_LOCALLY'
  | 'TIME_TO_RECUR'
  | 'TIME_TO_RESOLVE';

/** Units in which lengths of time are counted. */
export type DurationUnit =
  | 'DAY'
  | 'SECOND';

export type EmergencyEventDimension =
  | 'KIND'
  | 'SECTOR';

export type EmergencyEventMeasure =
  | 'DEATHS'
  | 'DISASTER_DEATHS'
  | 'DISASTER_UNACCOUNTED'
  | 'INDUSTRIAL_DEATHS'
  | 'INVESTIGATED_ON_TIME'
  | 'INVESTIGATION_DUE'
  | 'OCCURRED'
  | 'TIME_TO_FORWARD'
  | 'TIME_TO_REPORT'
  | 'WORK_DEATHS';

export type EmergencyKind =
  /** 火灾 */
  | 'FIRE'
  /** 自然灾害 */
  | 'NATURAL'
  /** 生产安全 */
  | 'WORK_SAFETY';

export type EnforcementClosing =
  /** 驳回申请 */
  | 'DISMISSED'
  /** 强制执行 */
  | 'FORCED'
  /** 自动履行 */
  | 'PERFORMED'
  /** 执行和解 */
  | 'SETTLED'
  /** 终结本次执行 */
  | 'SUSPENDED';

export type EnforcementDimension =
  | 'CLOSING_MODE';

export type EnforcementMeasure =
  | 'ACTUALLY_ENFORCED'
  | 'APPLIED'
  | 'CLOSED'
  | 'CLOSED_AT_MONTH_END'
  | 'CLOSED_IN_A_MODE'
  | 'FILED'
  | 'RECEIVED';

export type EventSector =
  /** 商贸 */
  | 'COMMERCE'
  /** 建筑施工 */
  | 'CONSTRUCTION'
  /** 工业 */
  | 'INDUSTRY'
  /** 矿山 */
  | 'MINING'
  /** 其他 */
  | 'OTHER'
  /** 交通运输 */
  | 'TRANSPORT';

export type GridDimension =
  | 'URBAN';

export type GridEventDimension =
  | 'KIND';

export type GridEventKind =
  /** 矛盾纠纷 */
  | 'DISPUTE'
  /** 环境卫生 */
  | 'ENVIRONMENT'
  /** 公共设施 */
  | 'FACILITY'
  /** 安全隐患 */
  | 'HAZARD'
  /** 便民服务 */
  | 'SERVICE';

export type GridEventMeasure =
  | 'CLOSED'
  | 'CLOSED_AT_MONTH_END'
  | 'CLOSED_ON_TIME'
  | 'DUE'
  | 'OPEN'
  | 'REPORTED'
  | 'REPORTED_CLOSED'
  | 'REPORTED_FOLLOWED';

export type GridMeasure =
  | 'GRIDS'
  | 'HOUSEHOLDS'
  | 'POPULATION';

export type GridPostDimension =
  | 'ROLE';

export type GridPostMeasure =
  | 'COVERED_HOUSEHOLDS'
  | 'MAIN_POSTS'
  | 'POSTS';

export type GridRole =
  /** 兼职网格员 */
  | 'DEPUTY'
  /** 专职网格员 */
  | 'MAIN';

export type GridVisitMeasure =
  | 'HOUSEHOLDS'
  | 'VISITED';

export type HandoverDimension =
  | 'RECEIVER'
  | 'SENDER';

export type HandoverMeasure =
  | 'ANSWERED_ON_TIME'
  | 'LIMIT_RUN'
  | 'SENT';

export type HandoverParty =
  /** 治理中心 */
  | 'CENTRE'
  /** 法院 */
  | 'COURT'
  /** 司法 */
  | 'JUSTICE'
  /** 信访 */
  | 'PETITION'
  /** 公安 */
  | 'POLICE'
  /** 乡镇街道 */
  | 'TOWNSHIP';

export type HazardDimension =
  | 'GRADE';

export type HazardGrade =
  /** 一般隐患 */
  | 'GENERAL'
  /** 重大隐患 */
  | 'MAJOR';

export type HazardMeasure =
  | 'DUE_AND_OPEN'
  | 'FOUND'
  | 'MAJOR_FOUND'
  | 'MAJOR_RECTIFIED'
  | 'OPEN';

export type IncidentKind =
  /** 纠纷 */
  | 'DISPUTE'
  /** 诈骗 */
  | 'FRAUD'
  /** 求助 */
  | 'HELP'
  /** 盗窃 */
  | 'THEFT'
  /** 交通 */
  | 'TRAFFIC';

export type IncidentResponse =
  /** 到场处置 */
  | 'ARRIVAL'
  /** 无效警情 */
  | 'INVALID'
  /** 电话处置 */
  | 'TELEPHONE';

export type InspectionMeasure =
  | 'MADE';

export type JudicialAidMeasure =
  | 'GRANTED'
  | 'PAID';

export type JudicialAuctionMeasure =
  | 'HELD';

export type JudicialConfirmationMeasure =
  | 'AGREEMENTS_CONFIRMED'
  | 'CONFIRMED';

/** Why rows of the source are not in a statistic. */
export type LeftOutReason =
  /** 先后次序矛盾 */
  | 'OUT_OF_ORDER'
  /** 区划代码未知 */
  | 'UNKNOWN_AREA'
  /** 代码未映射 */
  | 'UNMAPPED_CODE'
  /** 日期无法识别 */
  | 'UNREADABLE_DATE'
  /** 数字无法识别 */
  | 'UNREADABLE_NUMBER';

export type LegalAidCaseMeasure =
  | 'ACCEPTED';

export type MediationCommitteeMeasure =
  | 'FULLTIME_STAFF'
  | 'STAFF';

export type MediationDimension =
  | 'CHANNEL'
  | 'OUTCOME';

export type MediationMeasure =
  | 'AGREED'
  | 'ENDED'
  | 'ENDED_AT_MONTH_END'
  | 'ENDED_IN_LIMIT'
  | 'ENDED_WITH_OUTCOME'
  | 'LIMIT_RUN'
  | 'OPEN'
  | 'PERFORMANCE_DUE'
  | 'PERFORMED_ON_TIME'
  | 'PETITION_AGREED'
  | 'PETITION_ENDED'
  | 'TIME_TO_ESCALATE';

export type MediationOutcome =
  /** 口头协议 */
  | 'ORAL_AGREEMENT'
  /** 终止 */
  | 'TERMINATED'
  /** 书面协议 */
  | 'WRITTEN_AGREEMENT';

export type OffenceKind =
  /** 危险驾驶 */
  | 'DANGEROUS_DRIVING'
  /** 诈骗 */
  | 'FRAUD'
  /** 故意杀人 */
  | 'HOMICIDE'
  /** 伤害 */
  | 'INJURY'
  /** 其他 */
  | 'OTHER'
  /** 盗窃 */
  | 'THEFT';

/** A run of reporting periods: `{ unit: MONTH, from: "2026-01", to: "2026-09" }`; quarters as 2026-Q3, years as 2026. Both ends are included. */
export type PeriodInput = {
  readonly from: string;
  readonly to: string;
  readonly unit: PeriodUnit;
};

/** Reporting periods. 统计周期 */
export type PeriodUnit =
  | 'MONTH'
  | 'QUARTER'
  | 'YEAR';

export type PetitionChannel =
  /** 来信 */
  | 'LETTER'
  /** 网上 */
  | 'ONLINE'
  /** 电话 */
  | 'PHONE'
  /** 来访 */
  | 'VISIT';

export type PetitionDimension =
  | 'CHANNEL'
  | 'RATING';

export type PetitionMeasure =
  | 'ANSWERED'
  | 'CLOSED'
  | 'CLOSED_AT_MONTH_END'
  | 'CLOSED_ON_TIME'
  | 'LIMIT_RUN'
  | 'NOTICED_ON_TIME'
  | 'NOTICE_DUE'
  | 'OPEN'
  | 'RATED'
  | 'RATED_SATISFIED'
  | 'RECEIVED'
  | 'REPEATED'
  | 'REVIEW_REQUESTED'
  | 'VISITS';

export type PetitionRating =
  /** 不满意 */
  | 'DISSATISFIED'
  /** 基本满意 */
  | 'PARTLY'
  /** 满意 */
  | 'SATISFIED';

/** Levels of places. 区划层级 */
export type PlaceLevel =
  /** 县 */
  | 'COUNTY'
  /** 网格 */
  | 'GRID'
  /** 乡镇(街道) */
  | 'TOWN'
  /** 村(社区) */
  | 'VILLAGE';

export type PoliceCaseDimension =
  | 'KIND'
  | 'OFFENCE';

export type PoliceCaseKind =
  /** 刑事案件 */
  | 'CRIMINAL'
  /** 治安案件 */
  | 'PUBLIC_ORDER';

export type PoliceCaseMeasure =
  | 'CRIMINAL_FILED'
  | 'FILED'
  | 'FILED_FOLLOWED'
  | 'FILED_SOLVED'
  | 'HOMICIDE_DEATHS'
  | 'INVESTIGATED'
  | 'PUBLIC_ORDER_CLOSED'
  | 'PUBLIC_ORDER_IN_LIMIT'
  | 'SOLVED'
  | 'TIME_TO_TRANSFER'
  | 'WITHDRAWN';

export type PoliceIncidentDimension =
  | 'KIND'
  | 'RESPONSE';

export type PoliceIncidentMeasure =
  | 'ARRIVAL'
  | 'CALLS'
  | 'NEEDED_ARRIVAL'
  | 'REPEAT_CALLS'
  | 'VALID_CALLS';

export type PreFilingMediationDimension =
  | 'ORGANISATION'
  | 'OUTCOME';

export type PreFilingMediationMeasure =
  | 'ENDED'
  | 'ENDED_AT_MONTH_END'
  | 'REFERRED'
  | 'SETTLED';

export type PreFilingOrganisation =
  /** 法院特邀调解 */
  | 'COURT_INVITED'
  /** 人民调解组织 */
  | 'PEOPLES_MEDIATION'
  /** 行业调解组织 */
  | 'TRADE_MEDIATION';

export type PreFilingOutcome =
  /** 调解不成 */
  | 'FAILED'
  /** 调解成功 */
  | 'SETTLED';

export type ProsecutionCaseDimension =
  | 'DECISION'
  | 'OFFENCE';

export type ProsecutionCaseMeasure =
  | 'DECIDED'
  | 'DECIDED_AT_MONTH_END'
  | 'DECIDED_WITHIN_LIMIT'
  | 'DECIDED_WITH_LIMIT'
  | 'EXTRA_PROCEDURES'
  | 'NOT_PROSECUTED'
  | 'PENDING'
  | 'PLEA_APPLIED'
  | 'PROSECUTED'
  | 'RECEIVED'
  | 'RECEIVED_FOLLOWED'
  | 'RECEIVED_NOT_PROSECUTED'
  | 'RECOMMENDATIONS_ADOPTED'
  | 'RECOMMENDED'
  | 'TIME_TO_DECISION';

export type ProsecutionDecision =
  /** 不起诉 */
  | 'NOT_PROSECUTED'
  /** 起诉 */
  | 'PROSECUTED';

export type PublicInterestCaseMeasure =
  | 'OPENED';

export type ReliefPaymentDimension =
  | 'PROGRAMME';

export type ReliefPaymentMeasure =
  | 'DUE'
  | 'PAID_ON_TIME';

export type ReliefProgramme =
  /** 特困供养金 */
  | 'DESTITUTE'
  /** 低保金 */
  | 'MIN_LIVING'
  /** 临时救助金 */
  | 'TEMPORARY';

export type SupervisionKind =
  /** 执行监督 */
  | 'ENFORCEMENT'
  /** 立案监督 */
  | 'FILING'
  /** 侦查监督 */
  | 'INVESTIGATION'
  /** 审判监督 */
  | 'TRIAL';

export type SupervisionOpinionDimension =
  | 'KIND';

export type SupervisionOpinionMeasure =
  | 'ADOPTED'
  | 'ISSUED'
  | 'ISSUED_ADOPTED'
  | 'ISSUED_FOLLOWED';

export type TemporaryReliefDimension =
  | 'URGENT';

export type TemporaryReliefMeasure =
  | 'DECIDED'
  | 'DECIDED_AT_MONTH_END'
  | 'DECIDED_ON_TIME'
  | 'PAID';

export type TrafficAccidentMeasure =
  | 'DEATHS'
  | 'OCCURRED';

export type DisputeJourneyQueryVariables = Exact<{
  id: string | number;
}>;


export type DisputeJourneyQuery = { readonly dispute: { readonly id: string, readonly kind: DisputeKind | null, readonly channel: DisputeChannel | null, readonly level: DisputeLevel | null, readonly acceptedOn: string | null, readonly resolvedOn: string | null, readonly place:
      | { readonly code: string, readonly name: string | null }
      | { readonly code: string, readonly name: string | null }
      | { readonly code: string, readonly name: string | null }
      | { readonly code: string, readonly name: string | null }
     | null, readonly gridEvents: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly reportedOn: string | null, readonly closedOn: string | null }> } | null, readonly incidents: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly calledAt: string | null }> } | null, readonly mediations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly acceptedOn: string | null, readonly endedOn: string | null, readonly outcome: MediationOutcome | null }> } | null, readonly petitions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly channel: PetitionChannel | null, readonly receivedOn: string | null, readonly closedOn: string | null }> } | null, readonly lawsuits: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly procedure: CourtProcedure | null, readonly filedOn: string | null, readonly closedOn: string | null, readonly enforcements: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly filedOn: string | null, readonly closedOn: string | null }> } | null }> } | null } | null };

export type HazardsOfPlaceQueryVariables = Exact<{
  within: ReadonlyArray<string> | string;
  first: number;
}>;


export type HazardsOfPlaceQuery = { readonly hazards: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly grade: HazardGrade | null, readonly foundOn: string | null, readonly dueOn: string | null, readonly rectifiedOn: string | null }> } | null };

export type JudicialAidAssistanceQueryVariables = Exact<{
  id: string | number;
}>;


export type JudicialAidAssistanceQuery = { readonly judicialAid: { readonly id: string, readonly grantedOn: string | null, readonly amount: string | null, readonly place:
      | { readonly code: string, readonly name: string | null }
      | { readonly code: string, readonly name: string | null }
      | { readonly code: string, readonly name: string | null }
      | { readonly code: string, readonly name: string | null }
     | null, readonly assistance: { readonly outcome: AidAssistanceOutcome, readonly kind: AssistanceKind | null, readonly since: string | null, readonly status: AidAssistanceStatus | null } | null } | null };

export type NewestCourtCasesQueryVariables = Exact<{
  first: number;
}>;


export type NewestCourtCasesQuery = { readonly courtCases: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: CourtCaseKind | null, readonly filedOn: string | null, readonly closedOn: string | null, readonly claimAmount: string | null, readonly place:
        | { readonly code: string, readonly name: string | null }
        | { readonly code: string, readonly name: string | null }
        | { readonly code: string, readonly name: string | null }
        | { readonly code: string, readonly name: string | null }
       | null }> } | null };

export type PlaceOutlinesQueryVariables = Exact<{
  level: PlaceLevel;
  within?: string | null | undefined;
}>;


export type PlaceOutlinesQuery = { readonly places: ReadonlyArray<
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null, readonly geometry: unknown }
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null, readonly geometry: unknown }
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null, readonly geometry: unknown }
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null, readonly geometry: unknown }
  > | null };

export type PlaceQueryVariables = Exact<{
  code: string;
}>;


export type PlaceQuery = { readonly place:
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null, readonly parent:
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
       | null, readonly children: ReadonlyArray<
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
      > | null }
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null, readonly parent:
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
       | null, readonly children: ReadonlyArray<
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
      > | null }
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null, readonly parent:
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
       | null, readonly children: ReadonlyArray<
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
      > | null }
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null, readonly parent:
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
       | null, readonly children: ReadonlyArray<
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
        | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
      > | null }
   | null };

export type PlacesQueryVariables = Exact<{
  level?: PlaceLevel | null | undefined;
  within?: string | null | undefined;
  name?: string | null | undefined;
}>;


export type PlacesQuery = { readonly places: ReadonlyArray<
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
    | { readonly code: string, readonly level: PlaceLevel | null, readonly name: string | null }
  > | null };

export type AdministrativeHearingStatsQueryVariables = Exact<{
  measures: ReadonlyArray<AdministrativeHearingMeasure> | AdministrativeHearingMeasure;
  by?: ReadonlyArray<AdministrativeHearingDimension> | AdministrativeHearingDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type AdministrativeHearingStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<AdministrativeHearingMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly agency: AgencyKind | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: AdministrativeHearingMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type ArrestReviewStatsQueryVariables = Exact<{
  measures: ReadonlyArray<ArrestReviewMeasure> | ArrestReviewMeasure;
  by?: ReadonlyArray<ArrestReviewDimension> | ArrestReviewDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ArrestReviewStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<ArrestReviewMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly offence: CrimeKind | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: ArrestReviewMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type AssistanceCaseStatsQueryVariables = Exact<{
  measures: ReadonlyArray<AssistanceCaseMeasure> | AssistanceCaseMeasure;
  by?: ReadonlyArray<AssistanceCaseDimension> | AssistanceCaseDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type AssistanceCaseStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<AssistanceCaseMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly kind: AssistanceKind | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: AssistanceCaseMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type CareFacilityStatsQueryVariables = Exact<{
  measures: ReadonlyArray<CareFacilityMeasure> | CareFacilityMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CareFacilityStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<CareFacilityMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: CareFacilityMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type CourtCaseStatsQueryVariables = Exact<{
  measures: ReadonlyArray<CourtCaseMeasure> | CourtCaseMeasure;
  by?: ReadonlyArray<CourtCaseDimension> | CourtCaseDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CourtCaseStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<CourtCaseMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly kind: CourtCaseKind | null, readonly procedure: CourtProcedure | null, readonly closingMode: CourtClosing | null, readonly appealOutcome: AppealOutcome | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: CourtCaseMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type CustodyCountStatsQueryVariables = Exact<{
  measures: ReadonlyArray<CustodyCountMeasure> | CustodyCountMeasure;
  by?: ReadonlyArray<CustodyCountDimension> | CustodyCountDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CustodyCountStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<CustodyCountMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly stage: CustodyStage | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: CustodyCountMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type DisputeStatsQueryVariables = Exact<{
  measures: ReadonlyArray<DisputeMeasure> | DisputeMeasure;
  by?: ReadonlyArray<DisputeDimension> | DisputeDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type DisputeStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<DisputeMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly kind: DisputeKind | null, readonly channel: DisputeChannel | null, readonly level: DisputeLevel | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: DisputeMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type EmergencyEventStatsQueryVariables = Exact<{
  measures: ReadonlyArray<EmergencyEventMeasure> | EmergencyEventMeasure;
  by?: ReadonlyArray<EmergencyEventDimension> | EmergencyEventDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type EmergencyEventStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<EmergencyEventMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly kind: EmergencyKind | null, readonly sector: EventSector | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: EmergencyEventMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type EnforcementStatsQueryVariables = Exact<{
  measures: ReadonlyArray<EnforcementMeasure> | EnforcementMeasure;
  by?: ReadonlyArray<EnforcementDimension> | EnforcementDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type EnforcementStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<EnforcementMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly closingMode: EnforcementClosing | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: EnforcementMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type GridEventStatsQueryVariables = Exact<{
  measures: ReadonlyArray<GridEventMeasure> | GridEventMeasure;
  by?: ReadonlyArray<GridEventDimension> | GridEventDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type GridEventStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<GridEventMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly kind: GridEventKind | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: GridEventMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type GridPostStatsQueryVariables = Exact<{
  measures: ReadonlyArray<GridPostMeasure> | GridPostMeasure;
  by?: ReadonlyArray<GridPostDimension> | GridPostDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type GridPostStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<GridPostMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly role: GridRole | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: GridPostMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type GridStatsQueryVariables = Exact<{
  measures: ReadonlyArray<GridMeasure> | GridMeasure;
  by?: ReadonlyArray<GridDimension> | GridDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type GridStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<GridMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly urban: boolean | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: GridMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type GridVisitStatsQueryVariables = Exact<{
  measures: ReadonlyArray<GridVisitMeasure> | GridVisitMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type GridVisitStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<GridVisitMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: GridVisitMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type HandoverStatsQueryVariables = Exact<{
  measures: ReadonlyArray<HandoverMeasure> | HandoverMeasure;
  by?: ReadonlyArray<HandoverDimension> | HandoverDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type HandoverStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<HandoverMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly sender: HandoverParty | null, readonly receiver: HandoverParty | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: HandoverMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type HazardStatsQueryVariables = Exact<{
  measures: ReadonlyArray<HazardMeasure> | HazardMeasure;
  by?: ReadonlyArray<HazardDimension> | HazardDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type HazardStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<HazardMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly grade: HazardGrade | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: HazardMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type InspectionStatsQueryVariables = Exact<{
  measures: ReadonlyArray<InspectionMeasure> | InspectionMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type InspectionStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<InspectionMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: InspectionMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type JudicialAidStatsQueryVariables = Exact<{
  measures: ReadonlyArray<JudicialAidMeasure> | JudicialAidMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type JudicialAidStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<JudicialAidMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: JudicialAidMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type JudicialAuctionStatsQueryVariables = Exact<{
  measures: ReadonlyArray<JudicialAuctionMeasure> | JudicialAuctionMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type JudicialAuctionStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<JudicialAuctionMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: JudicialAuctionMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type JudicialConfirmationStatsQueryVariables = Exact<{
  measures: ReadonlyArray<JudicialConfirmationMeasure> | JudicialConfirmationMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type JudicialConfirmationStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<JudicialConfirmationMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: JudicialConfirmationMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type LegalAidCaseStatsQueryVariables = Exact<{
  measures: ReadonlyArray<LegalAidCaseMeasure> | LegalAidCaseMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type LegalAidCaseStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<LegalAidCaseMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: LegalAidCaseMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type MediationCommitteeStatsQueryVariables = Exact<{
  measures: ReadonlyArray<MediationCommitteeMeasure> | MediationCommitteeMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type MediationCommitteeStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<MediationCommitteeMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: MediationCommitteeMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type MediationStatsQueryVariables = Exact<{
  measures: ReadonlyArray<MediationMeasure> | MediationMeasure;
  by?: ReadonlyArray<MediationDimension> | MediationDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type MediationStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<MediationMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly channel: DisputeChannel | null, readonly outcome: MediationOutcome | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: MediationMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type PetitionStatsQueryVariables = Exact<{
  measures: ReadonlyArray<PetitionMeasure> | PetitionMeasure;
  by?: ReadonlyArray<PetitionDimension> | PetitionDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PetitionStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<PetitionMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly channel: PetitionChannel | null, readonly rating: PetitionRating | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: PetitionMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type PoliceCaseStatsQueryVariables = Exact<{
  measures: ReadonlyArray<PoliceCaseMeasure> | PoliceCaseMeasure;
  by?: ReadonlyArray<PoliceCaseDimension> | PoliceCaseDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PoliceCaseStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<PoliceCaseMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly kind: PoliceCaseKind | null, readonly offence: OffenceKind | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: PoliceCaseMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type PoliceIncidentStatsQueryVariables = Exact<{
  measures: ReadonlyArray<PoliceIncidentMeasure> | PoliceIncidentMeasure;
  by?: ReadonlyArray<PoliceIncidentDimension> | PoliceIncidentDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PoliceIncidentStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<PoliceIncidentMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly kind: IncidentKind | null, readonly response: IncidentResponse | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: PoliceIncidentMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type PreFilingMediationStatsQueryVariables = Exact<{
  measures: ReadonlyArray<PreFilingMediationMeasure> | PreFilingMediationMeasure;
  by?: ReadonlyArray<PreFilingMediationDimension> | PreFilingMediationDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PreFilingMediationStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<PreFilingMediationMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly organisation: PreFilingOrganisation | null, readonly outcome: PreFilingOutcome | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: PreFilingMediationMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type ProsecutionCaseStatsQueryVariables = Exact<{
  measures: ReadonlyArray<ProsecutionCaseMeasure> | ProsecutionCaseMeasure;
  by?: ReadonlyArray<ProsecutionCaseDimension> | ProsecutionCaseDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ProsecutionCaseStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<ProsecutionCaseMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly decision: ProsecutionDecision | null, readonly offence: CrimeKind | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: ProsecutionCaseMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type PublicInterestCaseStatsQueryVariables = Exact<{
  measures: ReadonlyArray<PublicInterestCaseMeasure> | PublicInterestCaseMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PublicInterestCaseStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<PublicInterestCaseMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: PublicInterestCaseMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type ReliefPaymentStatsQueryVariables = Exact<{
  measures: ReadonlyArray<ReliefPaymentMeasure> | ReliefPaymentMeasure;
  by?: ReadonlyArray<ReliefPaymentDimension> | ReliefPaymentDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ReliefPaymentStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<ReliefPaymentMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly programme: ReliefProgramme | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: ReliefPaymentMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type SupervisionOpinionStatsQueryVariables = Exact<{
  measures: ReadonlyArray<SupervisionOpinionMeasure> | SupervisionOpinionMeasure;
  by?: ReadonlyArray<SupervisionOpinionDimension> | SupervisionOpinionDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type SupervisionOpinionStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<SupervisionOpinionMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly kind: SupervisionKind | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: SupervisionOpinionMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type TemporaryReliefStatsQueryVariables = Exact<{
  measures: ReadonlyArray<TemporaryReliefMeasure> | TemporaryReliefMeasure;
  by?: ReadonlyArray<TemporaryReliefDimension> | TemporaryReliefDimension | null | undefined;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type TemporaryReliefStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<TemporaryReliefMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly urgent: boolean | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: TemporaryReliefMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };

export type TrafficAccidentStatsQueryVariables = Exact<{
  measures: ReadonlyArray<TrafficAccidentMeasure> | TrafficAccidentMeasure;
  period: PeriodInput;
  within?: ReadonlyArray<string> | string | null | undefined;
  level?: PlaceLevel | null | undefined;
  asOf?: string | null | undefined;
}>;


export type TrafficAccidentStatsQuery = { readonly stats: { readonly asOf: string, readonly profile: DisclosureProfile, readonly roundedTo: number | null, readonly notKept: ReadonlyArray<TrafficAccidentMeasure>, readonly rows: ReadonlyArray<{ readonly period: string, readonly area: string | null, readonly values: ReadonlyArray<number | null>, readonly statuses: ReadonlyArray<CellStatus> | null, readonly margins: ReadonlyArray<number | null> | null, readonly durations: ReadonlyArray<{ readonly unit: DurationUnit, readonly length: ReadonlyArray<number>, readonly closed: ReadonlyArray<number>, readonly open: ReadonlyArray<number> }> }>, readonly leftOut: ReadonlyArray<{ readonly measure: TrafficAccidentMeasure, readonly area: string | null, readonly reason: LeftOutReason, readonly rows: number }> } | null };


export const DisputeJourneyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DisputeJourney"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dispute"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedOn"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedOn"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gridEvents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"incidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"calledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"mediations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"petitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"receivedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lawsuits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"procedure"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"enforcements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DisputeJourneyQuery, DisputeJourneyQueryVariables>;
export const HazardsOfPlaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HazardsOfPlace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hazards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"FOUND_ON_DESC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"foundOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"rectifiedOn"}}]}}]}}]}}]} as unknown as DocumentNode<HazardsOfPlaceQuery, HazardsOfPlaceQueryVariables>;
export const JudicialAidAssistanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"JudicialAidAssistance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"judicialAid"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"grantedOn"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<JudicialAidAssistanceQuery, JudicialAidAssistanceQueryVariables>;
export const NewestCourtCasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NewestCourtCases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"courtCases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"FILED_ON_DESC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"claimAmount"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NewestCourtCasesQuery, NewestCourtCasesQueryVariables>;
export const PlaceOutlinesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlaceOutlines"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"places"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"geometry"}}]}}]}}]} as unknown as DocumentNode<PlaceOutlinesQuery, PlaceOutlinesQueryVariables>;
export const PlaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Place"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"place"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"children"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<PlaceQuery, PlaceQueryVariables>;
export const PlacesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Places"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"places"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PlacesQuery, PlacesQueryVariables>;
export const AdministrativeHearingStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AdministrativeHearingStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdministrativeHearingMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdministrativeHearingDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"administrativeHearingStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"agency"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<AdministrativeHearingStatsQuery, AdministrativeHearingStatsQueryVariables>;
export const ArrestReviewStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ArrestReviewStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ArrestReviewMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ArrestReviewDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"arrestReviewStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"offence"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<ArrestReviewStatsQuery, ArrestReviewStatsQueryVariables>;
export const AssistanceCaseStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssistanceCaseStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceCaseMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssistanceCaseDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"assistanceCaseStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<AssistanceCaseStatsQuery, AssistanceCaseStatsQueryVariables>;
export const CareFacilityStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CareFacilityStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CareFacilityMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"careFacilityStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<CareFacilityStatsQuery, CareFacilityStatsQueryVariables>;
export const CourtCaseStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CourtCaseStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CourtCaseMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CourtCaseDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"courtCaseStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"procedure"}},{"kind":"Field","name":{"kind":"Name","value":"closingMode"}},{"kind":"Field","name":{"kind":"Name","value":"appealOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<CourtCaseStatsQuery, CourtCaseStatsQueryVariables>;
export const CustodyCountStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustodyCountStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustodyCountMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustodyCountDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"custodyCountStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<CustodyCountStatsQuery, CustodyCountStatsQueryVariables>;
export const DisputeStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DisputeStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DisputeMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DisputeDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"disputeStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<DisputeStatsQuery, DisputeStatsQueryVariables>;
export const EmergencyEventStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EmergencyEventStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EmergencyEventMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EmergencyEventDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"emergencyEventStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sector"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<EmergencyEventStatsQuery, EmergencyEventStatsQueryVariables>;
export const EnforcementStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EnforcementStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnforcementMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnforcementDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"enforcementStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"closingMode"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<EnforcementStatsQuery, EnforcementStatsQueryVariables>;
export const GridEventStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GridEventStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GridEventMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GridEventDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"gridEventStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<GridEventStatsQuery, GridEventStatsQueryVariables>;
export const GridPostStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GridPostStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GridPostMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GridPostDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"gridPostStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<GridPostStatsQuery, GridPostStatsQueryVariables>;
export const GridStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GridStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GridMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GridDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"gridStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"urban"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<GridStatsQuery, GridStatsQueryVariables>;
export const GridVisitStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GridVisitStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GridVisitMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"gridVisitStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<GridVisitStatsQuery, GridVisitStatsQueryVariables>;
export const HandoverStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HandoverStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HandoverMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HandoverDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"handoverStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"sender"}},{"kind":"Field","name":{"kind":"Name","value":"receiver"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<HandoverStatsQuery, HandoverStatsQueryVariables>;
export const HazardStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HazardStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HazardMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HazardDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"hazardStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<HazardStatsQuery, HazardStatsQueryVariables>;
export const InspectionStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InspectionStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"inspectionStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<InspectionStatsQuery, InspectionStatsQueryVariables>;
export const JudicialAidStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"JudicialAidStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JudicialAidMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"judicialAidStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<JudicialAidStatsQuery, JudicialAidStatsQueryVariables>;
export const JudicialAuctionStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"JudicialAuctionStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JudicialAuctionMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"judicialAuctionStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<JudicialAuctionStatsQuery, JudicialAuctionStatsQueryVariables>;
export const JudicialConfirmationStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"JudicialConfirmationStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JudicialConfirmationMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"judicialConfirmationStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<JudicialConfirmationStatsQuery, JudicialConfirmationStatsQueryVariables>;
export const LegalAidCaseStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LegalAidCaseStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LegalAidCaseMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"legalAidCaseStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<LegalAidCaseStatsQuery, LegalAidCaseStatsQueryVariables>;
export const MediationCommitteeStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MediationCommitteeStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MediationCommitteeMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"mediationCommitteeStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<MediationCommitteeStatsQuery, MediationCommitteeStatsQueryVariables>;
export const MediationStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MediationStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MediationMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MediationDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"mediationStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<MediationStatsQuery, MediationStatsQueryVariables>;
export const PetitionStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PetitionStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PetitionMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PetitionDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"petitionStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<PetitionStatsQuery, PetitionStatsQueryVariables>;
export const PoliceCaseStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PoliceCaseStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PoliceCaseMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PoliceCaseDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"policeCaseStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"offence"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<PoliceCaseStatsQuery, PoliceCaseStatsQueryVariables>;
export const PoliceIncidentStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PoliceIncidentStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PoliceIncidentMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PoliceIncidentDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"policeIncidentStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"response"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<PoliceIncidentStatsQuery, PoliceIncidentStatsQueryVariables>;
export const PreFilingMediationStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreFilingMediationStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreFilingMediationMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreFilingMediationDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"preFilingMediationStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<PreFilingMediationStatsQuery, PreFilingMediationStatsQueryVariables>;
export const ProsecutionCaseStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProsecutionCaseStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProsecutionCaseMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProsecutionCaseDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"prosecutionCaseStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"decision"}},{"kind":"Field","name":{"kind":"Name","value":"offence"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<ProsecutionCaseStatsQuery, ProsecutionCaseStatsQueryVariables>;
export const PublicInterestCaseStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PublicInterestCaseStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublicInterestCaseMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"publicInterestCaseStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<PublicInterestCaseStatsQuery, PublicInterestCaseStatsQueryVariables>;
export const ReliefPaymentStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReliefPaymentStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReliefPaymentMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReliefPaymentDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"reliefPaymentStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"programme"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<ReliefPaymentStatsQuery, ReliefPaymentStatsQueryVariables>;
export const SupervisionOpinionStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SupervisionOpinionStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SupervisionOpinionMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SupervisionOpinionDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"supervisionOpinionStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<SupervisionOpinionStatsQuery, SupervisionOpinionStatsQueryVariables>;
export const TemporaryReliefStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TemporaryReliefStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TemporaryReliefMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TemporaryReliefDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"temporaryReliefStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"urgent"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<TemporaryReliefStatsQuery, TemporaryReliefStatsQueryVariables>;
export const TrafficAccidentStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrafficAccidentStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measures"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrafficAccidentMeasure"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaCode"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceLevel"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"stats"},"name":{"kind":"Name","value":"trafficAccidentStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measures"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"roundedTo"}},{"kind":"Field","name":{"kind":"Name","value":"notKept"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"length"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"open"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<TrafficAccidentStatsQuery, TrafficAccidentStatsQueryVariables>;