import { identityOfRole, type Identity } from '../../../lib/kernel/identity.ts';

/** Cases in boxes. What nobody below may read holds `secret` in its column's name; rows of another town hold `OTHER`. */
export const sdl = `enum Kind { A B }
type Case
  @key(fields: "id")
  @records
  @events(measure: "OPENED", on: "openedOn")
  @events(measure: "SERIOUS", on: "openedOn", where: [{ field: "hidden", in: ["A"] }])
  @events(measure: "MASKED", on: "maskedOn")
  @sum(measure: "MONEY", of: "money", on: "openedOn") {
  id: ID!
  "Its column holds more than that."
  label: String
  kind: Kind @dimension
  hidden: Kind @dimension
  title: String
  openedOn: Date
  decidedOn: Date
  maskedOn: Date
  money: Decimal
  place: Place
  box: Box
  twin: Box
}
type Box @key(fields: "id") @records(list: "boxes") {
  id: ID!
  title: String
  place: Place
  cases: [Case!] @many(via: "box")
  lead: Case @one(via: "box")
  twins: [Case!] @many(via: "twin")
}
type Place @key(fields: "code") @interfaceObject {
  code: AreaCode!
  cases: [Case!] @many(via: "place")
}
`;

export const mapping = `database: archive
types:
  Case:
    from: cases
    key: id
    fields:
      label: { column: label_and_more, take: { before: '|' } }
      kind: { column: kind, codes: kinds }
      hidden: { column: secret_kind, codes: kinds }
      title: { column: title }
      openedOn: { column: opened, date: native }
      decidedOn: { column: secret_day, date: native }
      maskedOn: { column: masked_day, date: native }
      money: { column: secret_money, decimal: true }
      place: { area: [area] }
      box: { column: box }
      twin: { column: secret_box }
  Box:
    from: boxes
    key: id
    fields: { title: { column: title }, place: { area: [area] } }
codes:
  kinds: { map: { '1': A, '2': B } }
`;

const own = '330199001001';
const other = '330199002001';

/** One case of the own town in two, the rest of another. */
export const statements: readonly string[] = [
  'CREATE TABLE cases (id TEXT NOT NULL PRIMARY KEY, label_and_more TEXT, kind TEXT, secret_kind TEXT, title TEXT, opened TEXT, secret_day TEXT, masked_day TEXT, secret_money TEXT, area TEXT, box TEXT, secret_box TEXT)',
  'CREATE TABLE boxes (id TEXT NOT NULL PRIMARY KEY, title TEXT, area TEXT)',
  `INSERT INTO boxes VALUES ('BOX-1', 'first box', '${own}'), ('BOX-OTHER', 'OTHER box', '${other}')`,
  ...Array.from({ length: 12 }, (_, n) => {
    const isOwn = n % 2 === 0;
    const [name, area] = [isOwn ? 'OWN' : 'OTHER', isOwn ? own : other];
    const two = String(10 + n);
    return `INSERT INTO cases VALUES ('${name}-${two}', 'L|${99 - n}', '${1 + (n % 3 === 0 ? 1 : 0)}', '${1 + (n % 2)}', '${name} title ${two}', '2026-03-${two}', '2026-04-${two}', '2026-05-${two}', '7712${two}.25', '${area}', '${n < 10 ? 'BOX-1' : 'BOX-OTHER'}', 'BOX-1')`;
  }),
];

/** What stands in no answer below: amounts, hidden days, days of a mask, anything of another town. */
export const secrets = /7712\d\d|2026-04-\d\d|2026-05-(?!01)\d\d|OTHER/;

export const access = `version: 2
grades:
  Case: { '*': 1, money: 4 }
  Box: { '*': 1 }
grants:
  - to: { role: reader }
    purpose: town-governance
    read: { Case: [id, kind, title, openedOn, maskedOn, place, box], Box: [id, title, place] }
    where: { place: own-area }
    mask: { Case: { maskedOn: month } }
    statistics: exact
  - to: { role: keyless }
    purpose: town-governance
    read: { Case: [kind, title, openedOn, place], Box: [id, title] }
    where: { place: own-area }
    statistics: none
  - to: { role: labeller }
    purpose: town-governance
    read: { Case: [label, title] }
    where: { place: own-area }
    statistics: none
  - to: { role: counter }
    purpose: town-governance
    count: { Case: [kind, openedOn, place] }
    where: { place: own-area }
    statistics: exact
  - to: { role: unplaced }
    purpose: town-governance
    read: { Case: [id, title, box], Box: [title] }
    where: { place: own-area }
    statistics: exact
  - to: { role: holder }
    purpose: judicial-aid-assistance
    read: { Case: [id, title] }
    statistics: none
`;

export const permits = `permits:
  - { id: one, purpose: judicial-aid-assistance, matter: { type: Case, id: OWN-12 }, holder: { role: holder }, until: 2999-12-31 }
`;

function of(role: string, more: Partial<Identity> = {}): Identity {
  return identityOfRole(role, { purpose: 'town-governance', areas: ['330199001'], ...more });
}

export const reader = of('reader');
/** Has no right to the key of a case. */
export const keyless = of('keyless');
/** Has a right to a part of a column, which tells nothing by itself. */
export const labeller = of('labeller');
/** Has a right to figures alone. */
export const counter = of('counter');
/** Has no right to places. */
export const unplaced = of('unplaced');
export const holder = of('holder', { purpose: 'judicial-aid-assistance', permit: 'one' });
