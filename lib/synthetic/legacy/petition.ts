import {
  area,
  changeStamp,
  code,
  column,
  dateText,
  deletion,
  personName,
  personNumber,
  personPhone,
  text,
} from '../legacy-table.ts';
import type { LegacyDatabase } from './index.ts';

const channels = { LETTER: '来信', VISIT: '来访', ONLINE: '网信', PHONE: '来电' };

const ratings = { SATISFIED: '满意', PARTLY: '基本满意', DISSATISFIED: '不满意' };

/** A key of two columns, Chinese words as codes, and a mark that says which rows are valid. */
export const petition: LegacyDatabase<'Petition'> = {
  tables: {
    Petition: {
      name: 'XF_SXDJ',
      columns: {
        NF: column('int', petition => petition.year),
        XH: column('int', petition => petition.number),
        XFXS: code('channel', channels),
        XFRQ: dateText('yyyy-MM-dd HH:mm:ss', 'receivedOn'),
        SLRQ: dateText('yyyy-MM-dd HH:mm:ss', 'acceptedOn', '0000-00-00 00:00:00'),
        BLQX: dateText('yyyy-MM-dd', 'dueOn'),
        BJRQ: dateText('yyyy-MM-dd HH:mm:ss', 'closedOn', '0000-00-00 00:00:00'),
        GZQX: dateText('yyyy-MM-dd', 'noticeDueOn'),
        GZRQ: dateText('yyyy-MM-dd', 'noticedOn', '0000-00-00'),
        DFRQ: dateText('yyyy-MM-dd', 'answeredOn', '0000-00-00'),
        FCRQ: dateText('yyyy-MM-dd', 'reviewRequestedOn', '0000-00-00'),
        SFCF: text(1, petition => (petition.repeat ? '是' : '否')),
        LFRC: column('int', petition => petition.visits),
        PJ: code('rating', ratings),
        WTSD: area(),
        XFRXM: personName(),
        XFRDH: personPhone(),
        XFRSFZH: personNumber(),
        BYZD3: text(24, petition => petition.dispute),
        ZHXGSJ: changeStamp('yyyy-MM-dd HH:mm:ss', 'modifiedOn'),
        YXBZ: deletion({ text: 1 }, '1', '0'),
      },
      key: ['NF', 'XH'],
      indexes: ['BYZD3', 'WTSD'],
      marksDeleted: true,
    },
  },
};
