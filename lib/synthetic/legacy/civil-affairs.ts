import {
  area,
  areaPart,
  code,
  column,
  dateText,
  deletion,
  epochSeconds,
  nativeDate,
  personName,
  personNumber,
  laterPhone,
  text,
} from '../legacy-table.ts';
import { codeTable } from './code-table.ts';
import type { LegacyDatabase } from './index.ts';

const kinds = { MIN_LIVING: '0110', DESTITUTE: '0120', NEAR_POOR: '0130' };

/** Camel case, codes in a tree, dates with slashes, -1 for removed rows, seconds since 1970. */
export const civilAffairs: LegacyDatabase<'AssistanceCase' | 'CareFacility' | 'SocialOrganisation'> = {
  tables: {
    AssistanceCase: {
      name: 'mz_jzdx',
      columns: {
        jzdxId: text(24, item => item.id),
        jzlb: code('kind', kinds),
        jtrks: column('int', item => item.persons),
        rdrq: dateText('yyyy/MM/dd', 'identifiedOn'),
        tcrq: dateText('yyyy/MM/dd', 'leftOn'),
        jzqsrq: dateText('yyyy/MM/dd', 'aidFrom'),
        jzzzrq: dateText('yyyy/MM/dd', 'aidUntil', ''),
        xzDm: areaPart(0, 9),
        cwDm: areaPart(9, 12),
        wgDm: areaPart(12, 15),
        hzXm: personName(),
        hzSfzh: personNumber(),
        hzDh: laterPhone(),
        delFlag: deletion('int', 0, -1),
      },
      key: ['jzdxId'],
      indexes: ['xzDm'],
      marksDeleted: true,
    },
    CareFacility: {
      name: 'mz_yljg',
      columns: {
        jgId: text(24, item => item.id),
        jgMc: text(60, item => item.name),
        cwSl: column('int', item => item.beds),
        kyRq: nativeDate('openedOn'),
        tyRq: nativeDate('closedOn'),
        qhDm: area(),
      },
      key: ['jgId'],
    },
    SocialOrganisation: {
      name: 'mz_shzz',
      columns: {
        zzId: text(24, item => item.id),
        zzMc: text(60, item => item.name),
        djSj: epochSeconds('registeredOn'),
        qhDm: area(),
      },
      key: ['zzId'],
    },
  },
  codeTables: [
    codeTable(
      'mz_dm_tree',
      ['dm', 'sjDm', 'mc'],
      [
        ['01', null, '救助对象类别'],
        ['0110', '01', '最低生活保障对象'],
        ['0120', '01', '特困人员'],
        ['0130', '01', '低保边缘家庭'],
      ],
    ),
  ],
};
