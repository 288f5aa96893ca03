import { expect, test } from 'vitest';
import { readModel } from '../../../lib/subgraph/model.ts';
import { valueWords } from '../../../lib/subgraph/value-words.ts';

const sdl = `
enum Kind {
  "婚姻家庭"
  FAMILY
  "邻里 quarrels of neighbours"
  XL
  "110 警情"
  CALL_110
  WALK_IN
}

type CourtCase @key(fields: "id") @records @events(measure: "FILED", on: "filedOn") {
  id: ID!
  kind: Kind @dimension
  filedOn: Date
}

extend enum Kind {
  "本县加的"
  OWN
}
`;

test('codes are called as their descriptions say, in Chinese and English', () => {
  expect(valueWords(readModel(sdl))).toEqual({
    courtCase: {
      kind: {
        FAMILY: { zh: '婚姻家庭', en: 'family' },
        XL: { zh: '邻里', en: 'quarrels of neighbours' },
        CALL_110: { zh: '110 警情', en: 'call 110' },
        WALK_IN: { zh: 'walk in', en: 'walk in' },
        OWN: { zh: '本县加的', en: 'own' },
      },
    },
  });
});
