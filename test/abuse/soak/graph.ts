/** The soak's departments: one without fault, one of faults, one that is killed. What each says is known beforehand. */
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n`;

export const sdls: Readonly<Record<string, string>> = {
  steady: `${link}type Query { items(first: Int!): [Item!]! item(id: ID!): Item } type Mutation { touch(id: ID!): Item }
    type Item @key(fields: "id") { id: ID! title: String }`,
  faulty: `${link}type Item @key(fields: "id") { id: ID! notes: [Note!] } type Note { text: String }`,
  killed: `${link}type Query { level(id: ID!): String } type Item @key(fields: "id") { id: ID! level: String }`,
};

export const titleOf = (id: string): string => `事项 ${id}`;
export const noteOf = (id: string): string => `说明 ${id}`;
export const levelOf = (id: string): string => `第${id.length}级`;
