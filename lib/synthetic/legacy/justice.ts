import {
  area,
  areaPart,
  code,
  column,
  dateText,
  deletion,
  nativeDate,
  personName,
  personNumber,
  personPhone,
  text,
} from '../legacy-table.ts';
import { isoDay } from '../calendar.ts';
import type { LegacyDatabase } from './index.ts';

const kinds = { FAMILY: '1', NEIGHBOUR: '2', LAND: '3', LABOUR: '4', CONTRACT: '5', PROPERTY: '6', OTHER: '9' };
const channels = { GRID: 'WG', WALK_IN: 'LF', PETITION: 'XF', POLICE: 'GA', COURT: 'FY' };
const levels = { VILLAGE: '村级', TOWN: '乡镇级', COUNTY: '县级' };
const outcomes = { WRITTEN_AGREEMENT: '10', ORAL_AGREEMENT: '20', TERMINATED: '30' };

/** Pinyin beside English audit columns, an area split over three columns, the channel in a reserve column. */
export const justice: LegacyDatabase<'Dispute' | 'Mediation' | 'MediationCommittee' | 'LegalAidCase'> = {
  tables: {
    Dispute: {
      name: 'tj_jfdj',
      columns: {
        jfbh: text(24, dispute => dispute.id),
        jflx: code('kind', kinds),
        jfjb: code('level', levels),
        slrq: dateText('yyyy-MM-dd', 'acceptedOn'),
        hjrq: dateText('yyyy-MM-dd', 'resolvedOn', '0000-00-00'),
        cfrq: dateText('yyyy-MM-dd', 'recurredOn', '0000-00-00'),
        xz: areaPart(0, 9),
        cun: areaPart(9, 12),
        wg: areaPart(12, 15),
        dsrxm: personName(),
        dsrdh: personPhone(),
        dsrsfzh: personNumber(),
        ext1: code('channel', channels),
        ext2: text(20, () => null),
        create_by: text(20, () => 'admin'),
        create_time: column('datetime', dispute => `${isoDay(dispute.acceptedOn)} 09:30:00`),
        is_deleted: deletion('int', 0, 1),
      },
      key: ['jfbh'],
      indexes: ['xz', 'slrq'],
      marksDeleted: true,
    },
    Mediation: {
      name: 'tj_tjaj',
      columns: {
        ajbh: text(24, mediation => mediation.id),
        jfbh: text(24, mediation => mediation.dispute),
        twhbh: text(20, mediation => mediation.committee),
        slrq: dateText('yyyyMMdd', 'acceptedOn'),
        jsrq: dateText('yyyyMMdd', 'endedOn', '00000000'),
        tjjg: code('outcome', outcomes),
        ajly: code('channel', channels),
        tjqx: dateText('yyyyMMdd', 'limitOn'),
        lxqx: dateText('yyyyMMdd', 'performanceDueOn', '00000000'),
        lxrq: dateText('yyyyMMdd', 'performedOn', '00000000'),
        zsrq: dateText('yyyyMMdd', 'escalatedOn', '00000000'),
        qhdm: area(),
        tjyxm: personName(),
        is_deleted: deletion('int', 0, 1),
      },
      key: ['ajbh'],
      indexes: ['jfbh', 'twhbh'],
      marksDeleted: true,
    },
    MediationCommittee: {
      name: 'tj_twh',
      columns: {
        twhbh: text(20, committee => committee.id),
        twhmc: text(60, committee => committee.name),
        clrq: nativeDate('foundedOn'),
        cxrq: nativeDate('dissolvedOn'),
        tjys: column('int', committee => committee.mediators),
        zztjys: column('int', committee => committee.fulltimeMediators),
        qhdm: text(12, committee => committee.place.slice(0, 12)),
      },
      key: ['twhbh'],
    },
    LegalAidCase: {
      name: 'fy_ajxx',
      columns: {
        ajbh: text(24, aid => aid.id),
        slrq: nativeDate('acceptedOn'),
        jarq: nativeDate('closedOn'),
        sqrxm: personName(),
        qhdm: area(),
      },
      key: ['ajbh'],
    },
  },
};
