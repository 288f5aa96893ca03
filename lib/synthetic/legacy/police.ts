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

/** Upper case, moments as fourteen digits, 19-digit numbers as keys, SFSC 'N' for rows that count. */
export const police: LegacyDatabase<'PoliceIncident' | 'PoliceCase'> = {
  tables: {
    PoliceIncident: {
      name: 'JCJ_JJD',
      columns: {
        JJDBH: column('bigint', incident => incident.id),
        BJLB: code('kind', incidents),
        BJSJ: momentText('yyyyMMddHHmmss', 'calledAt'),
        DDXCSJ: momentText('yyyyMMddHHmmss', 'arrivedAt', ''),
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
        LASJ: dateText('yyyyMMddHHmmss', 'filedOn'),
        YSSJ: dateText('yyyyMMddHHmmss', 'transferredOn'),
        CASJ: dateText('yyyyMMddHHmmss', 'withdrawnOn'),
        FADQH: area(),
        XYRXM: personName(),
        XYRSFZH: personNumber(),
        SFSC: deletion({ text: 1 }, 'N', 'Y'),
      },
      key: ['AJBH'],
      indexes: ['FADQH'],
      marksDeleted: true,
    },
  },
};
