/** The made-up department `archive`: matters and their notes. Every value that may be secret stands in one row alone. */
export const sdl = `enum Kind { A B C }
type Matter @key(fields: "id") @records @events(measure: "OPENED", on: "openedOn") @sum(measure: "MONEY", of: "amount", on: "openedOn") {
  id: ID!
  kind: Kind @dimension
  name: String
  openedOn: Date
  amount: Decimal
  place: Place
  notes: [Note!] @many(via: "matter")
}
type Note @key(fields: "id") @records {
  id: ID!
  text: String
  writtenOn: Date
  place: Place
  matter: Matter
}
type Place @key(fields: "code") @interfaceObject {
  code: AreaCode!
  matters: [Matter!] @many(via: "place")
}
`;

export const mapping = `database: archive
types:
  Matter:
    from: matter
    only: { gone: '0' }
    key: id
    fields:
      kind: { column: kind, codes: kinds }
      name: { column: name }
      openedOn: { column: opened, date: yyyyMMdd }
      amount: { column: amount, decimal: { suffix: 元 } }
      place: { area: [town, village] }
  Note:
    from: note
    only: { gone: '0' }
    key: id
    fields:
      text: { column: words }
      writtenOn: { column: written, date: native }
      place: { area: [town, village] }
      matter: { column: matter }
codes:
  kinds: { map: { '1': A, '2': B, '3': C } }
`;

export type TypeName = 'Matter' | 'Note';

/** Fields with their kinds, as the schema above has them. */
export const fields: Readonly<Record<TypeName, Readonly<Record<string, string>>>> = {
  Matter: { id: 'key', kind: 'enum', name: 'text', openedOn: 'date', amount: 'number', place: 'place' },
  Note: { id: 'key', text: 'text', writtenOn: 'date', place: 'place', matter: 'link' },
};

/** A row as the graph would give it to who may see all; null where nothing is kept. */
export interface Row {
  readonly type: TypeName;
  readonly values: Readonly<Record<string, string | null>>;
  /** Removed rows are nobody's. */
  readonly gone: boolean;
}

const towns = ['330199001', '330199002', '330199003'];
export const places = towns.flatMap(town => [town, `${town}001`, `${town}002`]);

/** The nth day after the new year of 2025 that is not the first of its month: no mask makes one of these. */
function day(n: number): string {
  const date = new Date(Date.UTC(2025, 0, 2 + n));
  if (date.getUTCDate() === 1) date.setUTCDate(2);
  return date.toISOString().slice(0, 10);
}

function matter(n: number): Row {
  const values = {
    id: `M-${1000 + n * 7}`,
    kind: n % 5 === 4 ? null : ('ABC'[n % 3] ?? null),
    name: n % 11 === 10 ? null : `${'赵钱孙李'[n % 4]}name${5000 + n * 13}`,
    openedOn: n % 7 === 6 ? null : day(n * 32 - (n % 2)),
    amount: n % 9 === 8 ? null : String(Number(`${(n + 3) * 1713}.${25 + n}`)),
    place: n % 8 === 7 ? null : (places[(n * 5) % places.length] ?? null),
  };
  return { type: 'Matter', values, gone: n % 10 === 9 };
}

function note(n: number): Row {
  const values = {
    id: `N-${3000 + n * 11}`,
    text: `text${7000 + n * 17}`,
    writtenOn: n % 6 === 5 ? null : day(n * 23 + 12),
    place: n % 9 === 8 ? null : (places[(n * 4) % places.length] ?? null),
    matter: n % 5 === 4 ? null : `M-${1000 + (n % 26) * 7}`,
  };
  return { type: 'Note', values, gone: n % 12 === 11 };
}

export const rows: readonly Row[] = [
  ...Array.from({ length: 24 }, (_, n) => matter(n)),
  ...Array.from({ length: 30 }, (_, n) => note(n)),
];

export function rowsOf(type: TypeName): Row[] {
  return rows.filter(row => row.type === type);
}

function text(value: string | null | undefined): string {
  return value === null || value === undefined ? 'NULL' : `'${value}'`;
}

/** The statements that fill a database with the rows. */
export function statements(): string[] {
  const kinds: Record<string, string> = { A: '1', B: '2', C: '3' };
  const inserts = rows.map(({ type, values, gone }) => {
    const place = values['place'];
    const where = [place && place.slice(0, 9), place && place.slice(9)].map(part => text(part || null));
    const id = text(values['id']);
    const last = gone ? "'1'" : "'0'";
    if (type === 'Note')
      return `INSERT INTO note VALUES (${[id, text(values['text']), text(values['writtenOn']), ...where, text(values['matter']), last].join(', ')})`;
    const amount = values['amount'] === null ? 'NULL' : text(`${values['amount']}元`);
    const kind = text(kinds[values['kind'] ?? ''] ?? null);
    const opened = text(values['openedOn']?.replaceAll('-', '') ?? null);
    return `INSERT INTO matter VALUES (${[id, kind, text(values['name']), opened, amount, ...where, last].join(', ')})`;
  });
  return [
    'CREATE TABLE matter (id VARCHAR(20) NOT NULL PRIMARY KEY, kind VARCHAR(2), name VARCHAR(40), opened VARCHAR(8), amount VARCHAR(30), town VARCHAR(9), village VARCHAR(3), gone VARCHAR(1))',
    'CREATE TABLE note (id VARCHAR(20) NOT NULL PRIMARY KEY, words VARCHAR(40), written DATE, town VARCHAR(9), village VARCHAR(3), matter VARCHAR(20), gone VARCHAR(1))',
    ...inserts,
  ];
}
