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

const offences = {
  THEFT: '盗窃',
  FRAUD: '诈骗',
  INJURY: '伤害',
  DANGEROUS_DRIVING: '危险驾驶',
  HOMICIDE: '故意杀人',
  OTHER: '其他',
};
const supervised = { FILING: '立案监督', INVESTIGATION: '侦查监督', TRIAL: '审判监督', ENFORCEMENT: '执行监督' };

/** Lower case, statuses as Chinese words, dates as text with a time, `delflag` 1 for removed. */
export const procuratorate: LegacyDatabase<
  'ProsecutionCase' | 'JudicialAid' | 'PublicInterestCase' | 'ArrestReview' | 'SupervisionOpinion'
> = {
  tables: {
    ProsecutionCase: {
      name: 'jc_scqs',
      columns: {
        ajbh: text(24, item => item.id),
        slsj: dateText('yyyy-MM-dd HH:mm:ss', 'receivedOn'),
        jdsj: dateText('yyyy-MM-dd HH:mm:ss', 'decidedOn', '0000-00-00 00:00:00'),
        cljg: code('decision', decisions),
        zmlb: code('offence', offences),
        bjqx: dateText('yyyy-MM-dd', 'limitOn'),
        qsrs: column('int', item => item.prosecuted),
        bqsrs: column('int', item => item.notProsecuted),
        rzrfrs: column('int', item => item.pleaApplied),
        yshdjs: column('int', item => item.extraProcedures),
        pjrq: dateText('yyyy-MM-dd', 'judgedOn', '0000-00-00'),
        lxjys: column('int', item => item.recommended),
        lxjycns: column('int', item => item.recommendationsAdopted),
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
    ArrestReview: {
      name: 'jc_scdb',
      columns: {
        ajbh: text(24, item => item.id),
        jdsj: dateText('yyyy-MM-dd HH:mm:ss', 'decidedOn'),
        zmlb: code('offence', offences),
        pbrs: column('int', item => item.arrested),
        bbrs: column('int', item => item.notArrested),
        gaajbh: text(24, item => item.policeCase),
        qhdm: areaPart(0, 12),
        wgh: areaPart(12, 15),
        delflag: deletion('int', 0, 1),
      },
      key: ['ajbh'],
      marksDeleted: true,
    },
    SupervisionOpinion: {
      name: 'jc_jdyj',
      columns: {
        yjbh: text(24, item => item.id),
        jdlb: code('kind', supervised),
        fcrq: dateText('yyyy-MM-dd', 'issuedOn'),
        cnrq: dateText('yyyy-MM-dd', 'adoptedOn', '0000-00-00'),
        qhdm: area(),
      },
      key: ['yjbh'],
    },
  },
};
