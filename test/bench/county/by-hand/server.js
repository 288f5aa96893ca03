import { createPool } from 'mysql2/promise';
import fastify from 'fastify';

/**
 * What somebody writes who needs these three questions and nothing else: SQL that knows the tables, one process with a pool on each
 * database; no schema, no rights, no limits, no report of what could not be read. `server.js URL_TEMPLATE`
 */
const [, , template = ''] = process.argv;
const pools = Object.fromEntries(
  ['justice', 'petition', 'court', 'police', 'grid'].map(id => [
    id,
    createPool({
      uri: template.replace('{department}', id),
      connectionLimit: 10,
      dateStrings: true,
      supportBigNumbers: true,
      bigNumberStrings: true,
    }),
  ]),
);
const query = async (id, sql, values = []) => (await pools[id].query(sql, values))[0];

const kinds = { 1: 'FAMILY', 2: 'NEIGHBOUR', 3: 'LAND', 4: 'LABOUR', 5: 'CONTRACT', 6: 'PROPERTY', 9: 'OTHER' };
const levels = { 村级: 'VILLAGE', 乡镇级: 'TOWN', 县级: 'COUNTY' };
const outcomes = { 10: 'WRITTEN_AGREEMENT', 20: 'ORAL_AGREEMENT', 30: 'TERMINATED' };
const channels = { 来信: 'LETTER', 来访: 'VISIT', 网信: 'ONLINE', 来电: 'PHONE' };
const caseKinds = { '01': 'CIVIL', '02': 'CRIMINAL', '03': 'ADMINISTRATIVE' };
const procedures = { 1: 'ORDINARY', 2: 'SUMMARY', 3: 'FAST_TRACK' };
const eventKinds = {
  '0101': 'DISPUTE',
  '0102': 'HAZARD',
  '0201': 'ENVIRONMENT',
  '0202': 'FACILITY',
  '0301': 'SERVICE',
};
const callKinds = { '010100': 'THEFT', '010200': 'FRAUD', '030000': 'TRAFFIC', '040100': 'DISPUTE', '050000': 'HELP' };

/** The tables hold days that the calendar does not. */
const isReal = (year, month, day) => month > 0 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === Number(day);
function day(text) {
  const [, y, m, d] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(text ?? '') ?? [];
  return d !== undefined && isReal(y, m, d) ? `${y}-${m}-${d}` : null;
}
function instant(text) {
  const date = day(text);
  return date && `${date}T${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12, 14)}+08:00`;
}

function byDispute(rows, column, write) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(write(row));
    else groups.set(row[column], [write(row)]);
  }
  return id => ({ nodes: groups.get(id) ?? [] });
}

async function courtCases({ n, from }) {
  const rows = await query(
    'court',
    "SELECT AH, AJLB, SYCX, LARQ, JARQ FROM T_AJ_JBXX WHERE SCBZ = '0' AND LARQ BETWEEN ? AND '20260930' AND DATE(LARQ) IS NOT NULL ORDER BY LARQ DESC, AH LIMIT ?",
    [from.replaceAll('-', ''), n],
  );
  return {
    courtCases: {
      nodes: rows.map(row => ({
        id: row.AH,
        kind: caseKinds[row.AJLB] ?? null,
        procedure: procedures[row.SYCX] ?? null,
        filedOn: day(row.LARQ),
        closedOn: day(row.JARQ),
      })),
    },
  };
}

async function journeys({ n, from }) {
  const disputes = await query(
    'justice',
    "SELECT jfbh, jflx, jfjb, slrq, hjrq, CONCAT(xz, cun, wg) AS code FROM tj_jfdj WHERE is_deleted = '0' AND slrq BETWEEN ? AND '2026-09-30' AND DATE(slrq) IS NOT NULL ORDER BY slrq DESC, jfbh LIMIT ?",
    [from, n],
  );
  const ids = disputes.map(row => row.jfbh);
  const codes = [...new Set(disputes.map(row => row.code))];
  const [places, mediations, events, calls, petitions, lawsuits] = await Promise.all([
    query('grid', 'SELECT wgbm, wgmc FROM wg_jcxx WHERE wgbm IN (?)', [codes]),
    query('justice', "SELECT ajbh, jfbh, tjjg FROM tj_tjaj WHERE is_deleted = '0' AND jfbh IN (?) ORDER BY ajbh", [
      ids,
    ]),
    query('grid', "SELECT sjbh, byzd1, sjlx, sbsj FROM wg_sj WHERE scbz = '0' AND byzd1 IN (?) ORDER BY sjbh", [ids]),
    query('police', "SELECT JJDBH, BYZD1, BJSJ FROM JCJ_JJD WHERE SFSC = 'N' AND BYZD1 IN (?) ORDER BY JJDBH", [ids]),
    query(
      'petition',
      "SELECT NF, XH, BYZD3, XFXS, XFRQ FROM XF_SXDJ WHERE YXBZ = '1' AND BYZD3 IN (?) ORDER BY NF, XH",
      [ids],
    ),
    query(
      'court',
      "SELECT AH, SQTJAH, AJLB, LARQ, JARQ FROM T_AJ_JBXX WHERE SCBZ = '0' AND SQTJAH IN (?) ORDER BY AH",
      [ids],
    ),
  ]);
  const names = new Map(places.map(row => [row.wgbm, row.wgmc]));
  const mediationsOf = byDispute(mediations, 'jfbh', row => ({ id: row.ajbh, outcome: outcomes[row.tjjg] ?? null }));
  const eventsOf = byDispute(events, 'byzd1', row => ({
    id: row.sjbh,
    kind: eventKinds[row.sjlx] ?? null,
    reportedOn: day(row.sbsj),
  }));
  const callsOf = byDispute(calls, 'BYZD1', row => ({ id: row.JJDBH, calledAt: instant(row.BJSJ) }));
  const petitionsOf = byDispute(petitions, 'BYZD3', row => ({
    id: `${row.NF}-${row.XH}`,
    channel: channels[row.XFXS] ?? null,
    receivedOn: day(row.XFRQ),
  }));
  const lawsuitsOf = byDispute(lawsuits, 'SQTJAH', row => ({
    id: row.AH,
    kind: caseKinds[row.AJLB] ?? null,
    filedOn: day(row.LARQ),
    closedOn: day(row.JARQ),
  }));
  return {
    disputes: {
      nodes: disputes.map(({ jfbh, jflx, jfjb, slrq, hjrq, code }) => ({
        id: jfbh,
        kind: kinds[jflx] ?? null,
        level: levels[jfjb] ?? null,
        acceptedOn: day(slrq),
        resolvedOn: day(hjrq),
        place: { name: names.get(code) ?? null },
        mediations: mediationsOf(jfbh),
        gridEvents: eventsOf(jfbh),
        incidents: callsOf(jfbh),
        petitions: petitionsOf(jfbh),
        lawsuits: lawsuitsOf(jfbh),
      })),
    },
  };
}

/** Codes that nobody knows are one kind. */
function months(rows, codes) {
  const cells = new Map();
  for (const { month, code, n } of rows) {
    // Some dates have a month 00.
    if (month.endsWith('00')) continue;
    const [period, kind] = [`${month.slice(0, 4)}-${month.slice(4, 6)}`, codes[code] ?? null];
    const cell = cells.get(`${period} ${kind}`) ?? { period, kind, values: [0] };
    cells.set(`${period} ${kind}`, cell);
    cell.values[0] += Number(n);
  }
  return [...cells.values()].sort(
    (a, b) => a.period.localeCompare(b.period) || (a.kind ?? '').localeCompare(b.kind ?? ''),
  );
}

async function statistics({ from, to }) {
  const [first, last] = [from, to].map(month => month.replace('-', ''));
  const [calls, filed] = await Promise.all([
    query(
      'police',
      "SELECT LEFT(BJSJ, 6) AS month, BJLB AS code, COUNT(*) AS n FROM JCJ_JJD WHERE SFSC = 'N' AND BJSJ >= ? AND BJSJ < ? AND DATE(LEFT(BJSJ, 8)) IS NOT NULL GROUP BY month, code",
      [`${first}01`, `${last}32`],
    ),
    query(
      'court',
      "SELECT LEFT(LARQ, 6) AS month, AJLB AS code, COUNT(*) AS n FROM T_AJ_JBXX WHERE SCBZ = '0' AND LARQ >= ? AND LARQ < ? AND DATE(LARQ) IS NOT NULL GROUP BY month, code",
      [`${first}01`, `${last}32`],
    ),
  ]);
  return {
    policeIncidentStats: { rows: months(calls, callKinds) },
    courtCaseStats: { rows: months(filed, caseKinds) },
  };
}

const app = fastify();
app.post('/', async request => {
  const { query, variables } = request.body;
  if (query.includes('Stats')) return { data: await statistics(variables) };
  return { data: await (query.includes('courtCases') ? courtCases : journeys)(variables) };
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ url: `http://127.0.0.1:${app.server.address().port}/` });
process.once('disconnect', () => process.exit(0));
