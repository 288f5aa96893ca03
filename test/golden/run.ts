/** `npm run golden FOLDER`: our statistics against the known answers in FOLDER, a line a kind; exit 1 when one is off. */
import { answers } from './answer.ts';
import { readGolden, type GoldenFile } from './case.ts';
import { compare } from './compare.ts';
import { knownAnswers, leftOut } from './unknown.ts';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Expected the folder of golden files, got nothing; run: npm run golden FOLDER');
  process.exit(2);
}

let files: GoldenFile[];
try {
  files = readGolden(folder);
} catch (error) {
  console.error(`Expected a folder of golden files, got ${folder}; check the path (${(error as Error).message}).`);
  process.exit(2);
}

const without: string[] = [];
let all = 0;
let passed = 0;
for (const { kind, cases } of files) {
  const answer = answers[kind];
  if (answer === undefined) {
    without.push(`${kind} (${cases.length})`);
    continue;
  }
  const results = cases.map(golden => ({ id: golden.id, ...compare(knownAnswers(kind, golden), answer(golden)) }));
  const failed = results.filter(result => result.faults.length > 0);
  all += cases.length;
  passed += cases.length - failed.length;
  const largest = Math.max(0, ...results.map(result => result.largest));
  console.log(
    `${kind.padEnd(20)} ${String(cases.length - failed.length).padStart(3)} / ${String(cases.length).padEnd(3)} ` +
      `largest difference ${largest.toExponential(1)}`,
  );
  const note = leftOut(kind);
  if (note !== undefined) console.log(`    ${note}`);
  for (const { id, faults } of failed) for (const fault of faults) console.log(`    ${id} ${fault}`);
  if (failed.length > 0) process.exitCode = 1;
}
console.log(`${'all'.padEnd(20)} ${String(passed).padStart(3)} / ${all}`);
if (without.length > 0) console.log(`No function yet (cases): ${without.join(', ')}`);
