import { writeFileSync } from 'node:fs';
import { survey } from './survey.ts';

// Run once when the survey changes: node lib/synthetic/make-areas.ts counties/fengxi/areas.csv
const [file = 'counties/fengxi/areas.csv'] = process.argv.slice(2);
const lines = survey('330199', '枫溪县').map(place =>
  [place.code, place.name, place.level, place.urban ? 1 : 0].join(','),
);
writeFileSync(file, ['code,name,level,urban', ...lines, ''].join('\n'));
