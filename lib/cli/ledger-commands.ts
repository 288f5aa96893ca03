import { Option, type Command } from 'commander';
import { endWith } from './exit-code.ts';

interface Shared {
  readonly places: readonly (readonly [string, string, string?])[];
  readonly asWrongCommand: (error: Parameters<Parameters<Command['exitOverride']>[0] & object>[0]) => never;
}

/** `countygraph ledger …`: who read what. */
export function addLedgerCommands(command: Command, { places, asWrongCommand }: Shared): void {
  const ledger = command.command('ledger').description('who read what, provably. 审计台账');
  const add = (words: string, description: string): Command => {
    const made = ledger.command(words).description(description).exitOverride(asWrongCommand);
    for (const place of places) made.option(...(place as [string, string]));
    return made;
  };
  const one = ['--department <department>', 'whose ledger'] as const;
  const out = ['--out <file>', 'where it goes (default: standard output)'] as const;
  add('verify', 'signatures, tree, order and witnesses of ledgers; or a proof. 核验')
    .option('--department <department...>', 'only these')
    .option('--from <file...>', 'checkpoints that somebody kept: of `consistency`, or what a witness saw')
    .option('--proof <file>', 'verify a proof in place of a ledger')
    .option('--json', 'the report as JSON')
    .action(options => endWith(async () => (await import('./ledger.ts')).verifyLedgers(options)));
  add('prove', 'prove that a record is in a ledger. 存在证明')
    .requiredOption(...one)
    .requiredOption('--record <n>', 'its number, from 0')
    .option(...out)
    .action(options => endWith(async () => (await import('./ledger.ts')).prove(options)));
  add('consistency', 'the last checkpoint, and that it goes on from an earlier one. 一致性证明')
    .requiredOption(...one)
    .option('--since <n>', 'records of the earlier checkpoint', '0')
    .option(...out)
    .action(options => endWith(async () => (await import('./ledger.ts')).consistency(options)));
  add('witness', "look at another department's checkpoint and sign it. 见证")
    .requiredOption('--department <department>', 'who signs, or keeps')
    .option('--of <department>', 'whose checkpoint')
    .option('--offer <file>', 'of `consistency`, where that ledger is elsewhere')
    .option('--take <file>', 'keep a cosignature that another department gave')
    .option(...out)
    .action(options => endWith(async () => (await import('./ledger.ts')).witnessLedger(options)));
  add('prune', 'delete whole months that are older than the retention; what stays is proven as before. 到期清理')
    .requiredOption(...one)
    .option('--months <n>', 'months that are kept, at least 6 (default: 36)')
    .action(options => endWith(async () => (await import('./ledger.ts')).prune(options)));
  addReadingCommands(add, one);
}

function addReadingCommands(
  add: (words: string, description: string) => Command,
  one: readonly [string, string],
): void {
  add('statement', 'who used the data of a department in a month, and for what. 数据使用月报')
    .requiredOption(...one)
    .requiredOption('--month <month>', '2026-10')
    .addOption(new Option('--format <format>', 'of the statement').choices(['table', 'json', 'csv']).default('table'))
    .addOption(new Option('--language <language>', 'of the statement').choices(['zh', 'en']).default('zh'))
    .action(options => endWith(async () => (await import('./ledger-statement.ts')).statement(options)));
  add('show', 'records, a line each. 查看')
    .requiredOption(...one)
    .option('--month <month>', 'only of this month')
    .option('--subject <subject>', 'only of this one')
    .option('--role <role>', 'only of this role')
    .option('--purpose <purpose>', 'only for this purpose')
    .option('--type <type>', 'only those that used this type')
    .option('--field <field>', 'only those that used this field')
    .option('--request <id>', 'only this request')
    .option('--refused', 'only those with a refusal')
    .option('--last <n>', 'so many of them', '50')
    .action(options => endWith(async () => (await import('./ledger-statement.ts')).show(options)));
}
