import {
  area,
  code,
  column,
  dateText,
  deletion,
  momentText,
  personName,
  personNumber,
  personPhone,
  text,
} from '../legacy-table.ts';
import type { LegacyDatabase } from './index.ts';

const incidents = { THEFT: '010100', FRAUD: '010200', TRAFFIC: '030000', DISPUTE: '040100', HELP: '050000' };
const cases = { CRIMINAL: '1', PUBLIC_ORDER: '2' };

const responses = { ARRIVAL: '1', TELEPHONE: '2', INVALID: '9' };
const offences = {
  THEFT: '050100',
  FRAUD: '050200',
  INJURY: '040200',
  DANGEROUS_DRIVING: '020700',
  HOMICIDE: '040100',
  OTHER: '900000',
};
const stages = { INVESTIGATION: '侦查', PROSECUTION: '审查起诉', TRIAL: '审判', SENTENCED: '已决' };

/** Upper case, moments as fourteen digits, 19-digit numbers as keys, SFSC 'N' for rows that count. */
export const police: LegacyDatabase<'PoliceIncident' | 'PoliceCase' | 'TrafficAccident' | 'CustodyCount'> = {
  tables: {
    PoliceIncident: {
      name: 'JCJ_JJD',
      columns: {
        JJDBH: column('bigint', incident => incident.id),
        BJLB: code('kind', incidents),
        BJSJ: momentText('yyyyMMddHHmmss', 'calledAt'),
        DDXCSJ: momentText('yyyyMMddHHmmss', 'arrivedAt', ''),
        CJFS: code('response', responses),
        SFCFJQ: text(1, incident => (incident.repeat ? 'Y' : 'N')),
        SFDQH: area(),
        BJRXM: personName(),
        BJDH: personPhone(),
        BYZD1: text(24, incident => incident.dispute),
        BYZD2: text(24, () => null),
        SFSC: deletion({ text: 1 }, 'N', 'Y'),
      },
      key: ['JJDBH'],
      indexes: ['BYZD1', 'SFDQH'],
      marksDeleted: true,
    },
    PoliceCase: {
      name: 'AJ_LAXX',
      columns: {
        AJBH: text(24, item => item.id),
        AJXZ: code('kind', cases),
        AJLB: code('offence', offences),
        FASJ: dateText('yyyyMMddHHmmss', 'occurredOn'),
        LASJ: dateText('yyyyMMddHHmmss', 'filedOn'),
        YSSJ: dateText('yyyyMMddHHmmss', 'transferredOn'),
        CASJ: dateText('yyyyMMddHHmmss', 'withdrawnOn'),
        PASJ: dateText('yyyyMMddHHmmss', 'solvedOn'),
        BJSJ: dateText('yyyyMMddHHmmss', 'closedOn'),
        BAQX: dateText('yyyyMMdd', 'limitOn'),
        SWRS: column('int', item => item.deaths),
        FADQH: area(),
        XYRXM: personName(),
        XYRSFZH: personNumber(),
        SFSC: deletion({ text: 1 }, 'N', 'Y'),
      },
      key: ['AJBH'],
      indexes: ['FADQH'],
      marksDeleted: true,
    },
    TrafficAccident: {
      name: 'JT_SGXX',
      columns: {
        SGBH: text(24, item => item.id),
        SGSJ: dateText('yyyyMMddHHmmss', 'occurredOn'),
        SWRS: column('int', item => item.deaths),
        SFDQH: area(),
        SFSC: deletion({ text: 1 }, 'N', 'Y'),
      },
      key: ['SGBH'],
      marksDeleted: true,
    },
    CustodyCount: {
      name: 'KSS_ZYTJ',
      columns: {
        TJBH: text(24, item => item.id),
        SSJD: code('stage', stages),
        TJRQ: dateText('yyyyMMdd', 'countedOn'),
        ZFRQ: dateText('yyyyMMdd', 'replacedOn'),
        RS: column('int', item => item.held),
        QHDM: area(),
      },
      key: ['TJBH'],
    },
  },
};
