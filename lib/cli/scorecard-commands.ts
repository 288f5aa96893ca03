import { type Command, type CommanderError, Option } from 'commander';
import { scoredLevels } from '../scorecard/index.ts';
import { endWith } from './exit-code.ts';
import { addReportOptions } from './report-options.ts';

type OptionWords = readonly [string, string, string?];

interface Shared {
  /** Options of every command that needs the county, and of those that ask it. */
  readonly places: readonly OptionWords[];
  readonly asking: readonly OptionWords[];
  readonly asWrongCommand: (error: CommanderError) => never;
}

function withOptions(command: Command, options: readonly OptionWords[]): Command {
  for (const option of options) command.option(...(option as [string, string]));
  return addReportOptions(
    command.addOption(new Option('--language <language>', 'of the answer').choices(['zh', 'en']).default('zh')),
  );
}

const store: OptionWords = [
  '--store <url>',
  "the project's own database (default: store of county.yaml, or a SQLite file)",
];
const signers: OptionWords = [
  '--signers <file>',
  "public keys of those whose vetoes count (default: the county's veto-signers.pem)",
];
const gateway: readonly OptionWords[] = [
  ['--url <url>', 'a running gateway (default: http://127.0.0.1:4000/graphql, else the databases themselves)'],
  ['--token <file>', 'a file with the token of whoever asks, for a running gateway'],
  ['--purpose <purpose>', 'the registered purpose, where the token has several'],
];

/** `countygraph scorecard …`: scores by the county's file, and the vetoes that people record beside them. */
export function addScorecardCommands(command: Command, { places, asking, asWrongCommand }: Shared): void {
  const scorecard = command.command('scorecard').description("scores by the county's scorecard.yaml. 考核");
  withOptions(scorecard.command('list').description('the cards of the county. 列表'), places).action(async options =>
    (await import('./scorecard.ts')).listCards(options),
  );
  withOptions(
    scorecard
      .command('run')
      .description('score the areas of a card, with what is noise and what depends on choices. 计分')
      .requiredOption('--card <id>', 'the card')
      .requiredOption('--period <period>', '2026, 2026-Q3 or 2026-08'),
    [...places, ...asking, ...gateway, store, signers],
  )
    .addOption(new Option('--level <level>', 'in place of that of the card').choices(scoredLevels))
    .option('--area <area...>', 'print these alone; all are scored')
    .option('--explain', 'every step of the arithmetic')
    .action(async options => (await import('./scorecard.ts')).runScorecard(options));
  addVetoCommands(scorecard, places, asWrongCommand);
}

function withWords(command: Command): Command {
  return command
    .requiredOption('--by <name>', 'who has decided')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--basis <text>', 'the decision or rule that it rests on')
    .requiredOption('--key <file>', 'the private key (PEM, Ed25519) that signs it');
}

function addVetoCommands(
  scorecard: Command,
  places: readonly OptionWords[],
  asWrongCommand: Shared['asWrongCommand'],
): void {
  const veto = scorecard.command('veto').description('vetoes: decided by people, signed, kept. 一票否决');
  const add = (words: string, description: string): Command =>
    withOptions(veto.command(words).description(description), [...places, store, signers]);
  withWords(
    add('record', 'keep a veto that people have decided; no score changes. 记录')
      .requiredOption('--card <id>', 'the card')
      .requiredOption('--area <area>', 'name or code')
      .requiredOption('--period <period>', '2026, 2026-Q3 or 2026-08')
      .option('--ground <id>', 'one of those that the card names (default: where it names one alone)'),
  ).action(async options => (await import('./vetoes.ts')).recordVeto(options));
  withWords(add('withdraw <number>', 'say that a veto no longer stands; nothing is deleted. 撤回')).action(
    async (number: string, options) => (await import('./vetoes.ts')).withdrawVeto(number, options),
  );
  add('list', 'all records. 列表')
    .option('--card <id>', 'of this card alone')
    .action(async options => (await import('./vetoes.ts')).listVetoes(options));
  add('show <number>', 'a record with its signature. 查看').action(async (number: string, options) =>
    (await import('./vetoes.ts')).showVeto(number, options),
  );
  add('verify', 'hold the records against their signatures and each other; exit code 1 where one does not hold. 核验')
    .exitOverride(asWrongCommand)
    .action(options => endWith(async () => (await import('./vetoes.ts')).verifyKept(options)));
}
