import { fileURLToPath } from 'node:url';
import { checkHouse } from './check-house.ts';
import { houseTable } from './house-table.ts';
import { readHouse } from './read-house.ts';

// `npm run house`: the tables, then what breaks the rules; exit code 1 if anything does.
const files = readHouse(fileURLToPath(new URL('../..', import.meta.url)));
const violations = checkHouse(files);
console.log(houseTable(files));
console.log(
  violations.length === 0
    ? '\nThe house stands: floors, cuts, doors, cycles, browser rooms, budget, names.'
    : `\n${violations.length} violations of CONTRIBUTING.md:\n${violations.map(({ rule, path, what }) => `  ${rule}: ${path} ${what}`).join('\n')}`,
);
if (violations.length > 0) process.exitCode = 1;
