import { describe, expect, test } from 'vitest';
import { guessAreas } from '../../../lib/introspect/area-guess.ts';
import { codesInComment, guessCodes, showable } from '../../../lib/introspect/code-guess.ts';
import { guessDate } from '../../../lib/introspect/date-guess.ts';
import { asDictionaryTable, explainedBy } from '../../../lib/introspect/dictionary-table.ts';
import { matchEnum } from '../../../lib/introspect/enum-match.ts';
import { guessNumber } from '../../../lib/introspect/number-guess.ts';
import { guessSoftDelete } from '../../../lib/introspect/soft-delete-guess.ts';
import { columnOf, tableOf } from './column.ts';

function many(count: number, value: (row: number) => string | null): (string | null)[] {
  return Array.from({ length: count }, (_, row) => value(row));
}

describe('persons', () => {
  test.each([
    ['BGRXM', undefined, 3],
    ['sfzh', undefined, 4],
    ['lxdh', undefined, 3],
    ['XB', '性别', 2],
    ['create_by', undefined, 1],
    ['C12', '家庭住址', 3],
    ['JBR', '经办人', 2],
    ['first_name', undefined, 3],
  ])('%s %s is of grade %i, before any value is read', (name, comment, grade) => {
    expect(columnOf(name, [], comment).personal?.grade).toBe(grade);
  });

  test.each([
    ['SWRS', '死亡人数'],
    ['SQRQ', '申请日期'],
    ['RYLB', '人员类别'],
    ['XMBH', '项目编号'],
    ['YHBH', undefined],
    ['DWMC', undefined],
  ])('%s %s is none', (name, comment) => {
    expect(columnOf(name, [], comment).personal).toBeUndefined();
  });

  test.each([
    ['mobile numbers', (row: number) => `139${String(row).padStart(8, '0')}`, 3],
    ['identity numbers', (row: number) => `33010219800101${String(row).padStart(4, '0')}`, 4],
    ['names', (row: number) => `王${String.fromCharCode(0x6000 + row)}`, 3],
  ])('%s give a column away', (_, value, grade) => {
    expect(columnOf('A1', many(40, value)).personal?.grade).toBe(grade);
  });

  test('a value that looks like a person is never shown', () => {
    expect(['13912345678', '王小明', '云栖路8号', '330102198001010011'].map(showable)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['01', '重大隐患', 'WG', '已办结'].map(showable)).toEqual([true, true, true, true]);
  });
});

describe('dates', () => {
  test.each([
    ['20260304', 'yyyyMMdd'],
    ['20260304091500', 'yyyyMMddHHmmss'],
    ['2026-03-04 09:15:00', 'yyyy-MM-dd HH:mm:ss'],
    ['2026/03/04', 'yyyy/MM/dd'],
    ['2026年3月4日', 'yyyy年M月d日'],
    ['03/04/2026 09:15:00 AM', 'MM/dd/yyyy hh:mm:ss a'],
    ['2026-03-04 09:15:00+00', 'yyyy-MM-dd HH:mm:ssX'],
  ])('%s is %s', (value, format) => {
    expect(
      guessDate(
        columnOf(
          'SLSJ',
          many(20, () => value),
        ),
      )?.format,
    ).toBe(format);
  });

  test('seconds since 1970 are a date by their name alone', () => {
    const seconds = many(20, row => String(1_700_000_000 + row));
    expect(guessDate(columnOf('klsj', seconds))?.format).toBe('epoch-seconds');
    expect(guessDate(columnOf('ajbh', seconds))).toBeUndefined();
  });

  test('markers are those met, and dirt does not hide the format', () => {
    const values = many(100, row => (row % 10 === 0 ? '00000000' : row === 55 ? '不详' : '20260304'));
    expect(guessDate(columnOf('JARQ', values))).toMatchObject({ format: 'yyyyMMdd', missing: ['00000000'] });
  });
});

test('an area code in three columns, and none where six digits are something else', () => {
  const table = tableOf('T', [
    columnOf(
      'XZDM',
      many(30, row => `33019910${row % 9}`),
    ),
    columnOf(
      'CDM',
      many(30, row => `20${row % 9}`),
    ),
    columnOf(
      'WGH',
      many(30, row => `00${row % 9}`),
    ),
    columnOf(
      'AY',
      many(30, row => `01010${row % 9}`),
    ),
  ]);
  expect(guessAreas(table).map(area => area.columns)).toEqual([['XZDM', 'CDM', 'WGH']]);
});

test('numbers as text: separators, units, brackets for less than nothing', () => {
  expect(
    guessNumber(
      columnOf(
        'JE',
        many(9, row => `1,23${row}.00元`),
      ),
    )?.written,
  ).toEqual({ thousands: ',', suffix: '元' });
  expect(
    guessNumber(
      columnOf(
        'JE',
        many(9, row => (row % 2 ? `(${row}.00)` : `${row}.00`)),
      ),
    )?.written,
  ).toEqual({ negative: 'parentheses' });
  expect(
    guessNumber(
      columnOf(
        'JE',
        many(9, row => `${row}.5万元`),
      ),
    )?.written,
  ).toEqual({ suffix: '万元', times: 10_000 });
});

test.each([
  ['SFSC', 'N', 'Y'],
  ['delFlag', '0', '-1'],
  ['YXBZ', '1', '0'],
  ['sfyx', '是', '否'],
])('%s: rows that count have %s', (name, live, removed) => {
  const table = tableOf('T', [
    columnOf(
      name,
      many(100, row => (row === 3 ? removed : live)),
    ),
  ]);
  expect(guessSoftDelete(table)).toMatchObject({ column: name, keep: [live] });
});

test.each([
  ['处理状态 0：未处理 1：已处理', { 0: '未处理', 1: '已处理' }],
  ['类别(01-民事,02-刑事,03-行政)', { '01': '民事', '02': '刑事', '03': '行政' }],
  ['是否有效：Y=有效；N=无效', { Y: '有效', N: '无效' }],
  ['受理日期', {}],
])('codes in the comment %s', (comment, codes) => {
  expect(Object.fromEntries(codesInComment(comment))).toEqual(codes);
});

test('codes of a dictionary table by its category, and what they mean in the schema', () => {
  const dictionary = tableOf('SYS_ZD', [
    columnOf('LB', ['AJLB', 'AJLB', 'SYCX', 'SYCX']),
    columnOf('DM', ['1', '2', '1', '2']),
    columnOf('MC', ['民事案件', '刑事案件', '普通程序', '简易程序']),
  ]);
  const found = asDictionaryTable(dictionary);
  const column = columnOf(
    'AJLB',
    many(40, row => String(1 + (row % 2))),
  );
  const explained = explainedBy(column, found ? [found] : []);
  expect(explained?.where).toEqual({ LB: 'AJLB' });
  const codes = guessCodes(column);
  const values = [
    { value: 'CIVIL', said: '民事' },
    { value: 'CRIMINAL', said: '刑事' },
  ];
  const { map } = matchEnum(
    {
      labels: explained?.labels ?? new Map<string, string>(),
      met: codes?.met ?? new Map<string, number>(),
      from: 'dictionary table',
      why: '',
    },
    values,
  );
  expect(Object.fromEntries(map)).toEqual({ 1: 'CIVIL', 2: 'CRIMINAL' });
});

test('a tree of codes explains a column as a whole, from its roots down', () => {
  const tree = asDictionaryTable(
    tableOf('WY_ZD', [
      columnOf('DM', ['10', '11', '20', '21']),
      columnOf('MC', ['物业费', '催缴', '停车', '车位']),
      columnOf('SJDM', [null, '10', null, '20']),
    ]),
  );
  const found = explainedBy(columnOf('JFLX', ['10', '11', '20', '21', '10']), tree ? [tree] : []);
  expect(found).toMatchObject({
    where: {},
    share: 1,
    from: { table: 'WY_ZD', code: 'DM', label: 'MC', parent: 'SJDM' },
  });
  expect(found?.labels.size).toBe(4);
});

test('codes before a mark', () => {
  const column = columnOf(
    'title',
    many(60, row => `${['EMS', 'Fire', 'Traffic'][row % 3]}: event ${row}`),
  );
  expect(guessCodes(column)).toMatchObject({
    before: ':',
    met: new Map([
      ['EMS', 20],
      ['Fire', 20],
      ['Traffic', 20],
    ]),
  });
});
