import {
  area,
  code,
  column,
  dateText,
  deletion,
  momentText,
  nativeDate,
  personName,
  personNumber,
  laterPhone,
  text,
} from '../legacy-table.ts';
import type { LegacyDatabase } from './index.ts';

const grades = { GENERAL: '一般隐患', MAJOR: '重大隐患' };
const kinds = { WORK_SAFETY: 'A', FIRE: 'B', NATURAL: 'C' };

const sectors = {
  MINING: '矿山',
  INDUSTRY: '工业',
  COMMERCE: '商贸',
  CONSTRUCTION: '建筑施工',
  TRANSPORT: '交通运输',
  OTHER: '其他',
};

/** Upper case, words as codes, 1900-01-01 for no date, a table of accidents without a key. */
export const emergency: LegacyDatabase<'Hazard' | 'Inspection' | 'EmergencyEvent' | 'Shelter' | 'Organisation'> = {
  tables: {
    Hazard: {
      name: 'YJ_YHTZ',
      columns: {
        YHBH: text(24, item => item.id),
        YHDJ: code('grade', grades),
        FXRQ: dateText('yyyy-MM-dd', 'foundOn'),
        ZGQX: nativeDate('dueOn'),
        YSXHRQ: dateText('yyyy-MM-dd', 'rectifiedOn', '1900-01-01'),
        TYXYDM: text(18, item => item.organisation),
        JCBH: text(24, item => item.inspection),
        QHDM: area(),
        ZT: deletion({ text: 1 }, '1', '9'),
      },
      key: ['YHBH'],
      indexes: ['TYXYDM', 'JCBH', 'QHDM'],
      marksDeleted: true,
    },
    Inspection: {
      name: 'YJ_JCJL',
      columns: {
        JCBH: text(24, item => item.id),
        JCRQ: nativeDate('madeOn'),
        TYXYDM: text(18, item => item.organisation),
        JCRXM: personName(),
      },
      key: ['JCBH'],
      indexes: ['TYXYDM'],
    },
    EmergencyEvent: {
      name: 'YJ_SGXX',
      columns: {
        SGLB: code('kind', kinds),
        HYLB: code('sector', sectors),
        FSSJ: momentText('yyyy-MM-dd HH:mm:ss', 'occurredAt'),
        SBSJ: momentText('yyyy-MM-dd HH:mm:ss', 'reportedAt'),
        XBSJ: momentText('yyyy-MM-dd HH:mm:ss', 'forwardedAt'),
        SWRS: column('int', item => item.deaths),
        SZRS: column('int', item => item.unaccounted),
        DCQX: dateText('yyyy-MM-dd', 'investigationDueOn'),
        DCBGRQ: dateText('yyyy-MM-dd', 'investigatedOn', '1900-01-01'),
        QHDM: area(),
      },
    },
    Shelter: {
      name: 'YJ_BNCS',
      columns: {
        CSBH: text(24, item => item.id),
        CSMC: text(60, item => item.name),
        RNRS: column('int', item => item.capacity),
        QHDM: area(),
      },
      key: ['CSBH'],
    },
    Organisation: {
      name: 'YJ_QYXX',
      columns: {
        TYSHXYDM: text(18, item => item.creditCode),
        QYMC: text(60, item => item.name),
        FRXM: personName(),
        FRSFZH: personNumber(),
        FRDH: laterPhone(),
        QHDM: area(),
      },
      key: ['TYSHXYDM'],
    },
  },
};
