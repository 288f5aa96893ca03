import {
  area,
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
        WTSD: area(),
        XFRXM: personName(),
        XFRDH: personPhone(),
        XFRSFZH: personNumber(),
        BYZD3: text(24, petition => petition.dispute),
        YXBZ: deletion({ text: 1 }, '1', '0'),
      },
      key: ['NF', 'XH'],
      indexes: ['BYZD3', 'WTSD'],
      marksDeleted: true,
    },
  },
};
