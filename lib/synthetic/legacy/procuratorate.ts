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
  laterPhone,
  text,
} from '../legacy-table.ts';
import { isoDay } from '../calendar.ts';
import type { LegacyDatabase } from './index.ts';

const decisions = { PROSECUTED: '起诉', NOT_PROSECUTED: '不起诉' };

/** Lower case, statuses as Chinese words, dates as text with a time, `delflag` 1 for removed. */
export const procuratorate: LegacyDatabase<'ProsecutionCase' | 'JudicialAid' | 'PublicInterestCase'> = {
  tables: {
    ProsecutionCase: {
      name: 'jc_scqs',
      columns: {
        ajbh: text(24, item => item.id),
        slsj: dateText('yyyy-MM-dd HH:mm:ss', 'receivedOn'),
        jdsj: dateText('yyyy-MM-dd HH:mm:ss', 'decidedOn', '0000-00-00 00:00:00'),
        cljg: code('decision', decisions),
        gaajbh: text(24, item => item.policeCase),
        qhdm: areaPart(0, 12),
        wgh: areaPart(12, 15),
        xyrxm: personName(),
        xyrsfzh: personNumber(),
        create_by: text(20, () => 'sys'),
        create_time: column('datetime', item => `${isoDay(item.receivedOn)} 10:00:00`),
        delflag: deletion('int', 0, 1),
      },
      key: ['ajbh'],
      indexes: ['gaajbh'],
      marksDeleted: true,
    },
    JudicialAid: {
      name: 'jc_sfjz',
      columns: {
        jzbh: text(24, item => item.id),
        jzrq: nativeDate('grantedOn'),
        jzje: column('decimal', item => item.amount),
        sqrxm: personName(),
        sqrsfzh: personNumber(),
        sqrdh: laterPhone(),
        qhdm: area(),
      },
      key: ['jzbh'],
    },
    PublicInterestCase: {
      name: 'jc_gyss',
      columns: {
        ajbh: text(24, item => item.id),
        larq: nativeDate('openedOn'),
        jarq: nativeDate('closedOn'),
        tyshxydm: text(18, item => item.organisation),
        qhdm: area(),
      },
      key: ['ajbh'],
    },
  },
};
