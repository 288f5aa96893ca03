import {
  areaPart,
  code,
  column,
  dateText,
  deletion,
  epochSeconds,
  nativeDate,
  personName,
  personNumber,
  personPhone,
  text,
} from '../legacy-table.ts';
import type { LegacyDatabase } from './index.ts';

const events = { DISPUTE: '0101', HAZARD: '0102', ENVIRONMENT: '0201', FACILITY: '0202', SERVICE: '0301' };
const parties = { CENTRE: 'ZX', JUSTICE: 'SF', POLICE: 'GA', PETITION: 'XF', COURT: 'FY', TOWNSHIP: 'XZ' };
const levels: Record<string, string> = { COUNTY: '1', TOWN: '2', VILLAGE: '3' };

/** Lower-case pinyin initials. Main and deputy workers share a table; a reserve column holds the number of the dispute. */
export const grid: LegacyDatabase<'Region' | 'Grid' | 'GridEvent' | 'GridPost' | 'GridVisit' | 'Handover' | 'Centre'> =
  {
    tables: {
      Region: {
        name: 'wg_qh',
        columns: {
          qhdm: text(15, place => place.place),
          mc: text(40, place => place.name),
          jb: text(1, place => levels[place.level] ?? null),
          bj: column('longtext', place => place.geometry),
        },
        key: ['qhdm'],
      },
      Grid: {
        name: 'wg_jcxx',
        columns: {
          wgbm: text(15, grid => grid.place),
          wgmc: text(40, grid => grid.name),
          hs: column('int', grid => grid.households),
          rks: column('int', grid => grid.population),
          sfcz: text(1, grid => (grid.urban ? '1' : '0')),
          clrq: nativeDate('establishedOn'),
          cxrq: nativeDate('retiredOn'),
          bj: column('longtext', grid => grid.geometry),
        },
        key: ['wgbm'],
      },
      GridEvent: {
        name: 'wg_sj',
        columns: {
          sjbh: text(24, event => event.id),
          sjlx: code('kind', events),
          sbsj: dateText('yyyyMMddHHmmss', 'reportedOn'),
          czsx: dateText('yyyy-MM-dd', 'dueOn'),
          bjsj: dateText('yyyyMMddHHmmss', 'closedOn', '00000000000000'),
          xzqhdm: areaPart(0, 12),
          wgh: areaPart(12, 15),
          sbr: personName(),
          sbrdh: personPhone(),
          sbrsfzh: personNumber(),
          byzd1: text(24, event => event.dispute),
          byzd2: text(24, () => null),
          scbz: deletion({ text: 1 }, '0', '1'),
        },
        key: ['sjbh'],
        indexes: ['byzd1', 'xzqhdm'],
        marksDeleted: true,
      },
      GridPost: {
        name: 'wg_gwjl',
        columns: {
          gwbh: text(24, post => post.id),
          wgbm: text(15, post => post.place),
          gwlx: text(1, post => (post.role === 'MAIN' ? 'A' : 'B')),
          qsrq: dateText('yyyy/MM/dd', 'startedOn'),
          zzrq: dateText('yyyy/MM/dd', 'endedOn'),
          xm: personName(),
          lxdh: personPhone(),
          zt: deletion({ text: 1 }, '1', '0'),
        },
        key: ['gwbh'],
        indexes: ['wgbm'],
        marksDeleted: true,
      },
      GridVisit: {
        name: 'wg_zftj',
        columns: {
          tjbh: text(24, visit => visit.id),
          tjrq: dateText('yyyy/MM/dd', 'visitedOn'),
          zfhs: column('int', visit => visit.visited),
          zhs: column('int', visit => visit.households),
          cdm: areaPart(0, 12),
        },
        key: ['tjbh'],
      },
      Handover: {
        name: 'wg_yj',
        columns: {
          yjbh: text(24, handover => handover.id),
          fsbm: code('sender', parties),
          jsbm: code('receiver', parties),
          fssj: dateText('yyyyMMddHHmmss', 'sentOn'),
          xbsx: dateText('yyyy-MM-dd', 'limitOn'),
          qssj: dateText('yyyyMMddHHmmss', 'answeredOn', '00000000000000'),
          xzqhdm: areaPart(0, 12),
          wgh: areaPart(12, 15),
          scbz: deletion({ text: 1 }, '0', '1'),
        },
        key: ['yjbh'],
        marksDeleted: true,
      },
      Centre: {
        name: 'wg_zx',
        columns: {
          zxbh: text(12, centre => centre.id),
          zxmc: text(60, centre => centre.name),
          zxlx: text(2, centre => (centre.kind === 'GOVERNANCE' ? '10' : '20')),
          klsj: epochSeconds('openedOn'),
          wgbm: text(15, centre => centre.place),
        },
        key: ['zxbh'],
      },
    },
  };
