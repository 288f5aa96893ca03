import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CodedError } from '../kernel/coded-error.ts';
import { addAlertCommands } from './alert-commands.ts';
import { isClosedPipe } from './closed-pipe.ts';
import { addFigureCommands } from './figure-commands.ts';
import { addIndicatorCommand } from './indicator-commands.ts';
import { addLedgerCommands } from './ledger-commands.ts';
import { addReconcileCommand } from './reconcile-command.ts';
import { addScorecardCommands } from './scorecard-commands.ts';

// Code that was compiled once starts sooner, and a county starts nine processes.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/countygraph/code'));

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('expected a port from 0 to 65535.');
  return number;
}

function scale(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('expected a number above 0.');
  return number;
}

function number(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('expected a whole number from 1.');
  return number;
}

const county = ['--county <folder>', "the county's folder", 'counties/fengxi'] as const;
const data = ['--data <folder>', 'where generated data is kept (default: .countygraph/<county>-<scale>)'] as const;
const databases = [
  '--databases <template>',
  'database URLs with {department}, e.g. mysql://root@127.0.0.1/fengxi_{department}',
] as const;

const outbreaks = ['--outbreaks', 'plant outbreaks in the synthetic county, for early warning to find'] as const;

const ledger = ['--ledger <folder>', "the ledgers' folder (default for a made-up county: beside its data)"] as const;
const ledgerSync = new Option(
  '--ledger-sync <when>',
  'when a record counts as written: when the disk has it, or the operating system (default: disk)',
).choices(['disk', 'system']);
const ledgerCrypto = new Option('--ledger-crypto <suite>', 'of new ledgers (default: sha256-ed25519)').choices([
  'sha256-ed25519',
  'sm3-sm2',
]);
const logLevel = ['--log-level <level>', 'lines of JSON on standard error: error, warn, info or debug'] as const;
const metrics = ['--metrics', 'figures for Prometheus at /metrics'] as const;
const otlp = ['--otlp <url>', 'send traces to this collector over OTLP/HTTP, e.g. http://127.0.0.1:4318'] as const;

/** A check ends with 1 for what it finds, so that a wrong command ends with 2. */
function asWrongCommand(error: CommanderError): never {
  throw new CommanderError(error.exitCode === 0 ? 0 : 2, error.code, error.message);
}

/** A county, or one part of it, that runs until it is stopped. */
function addRunningCommands(command: Command): void {
  command
    .command('start')
    .description('run a county: databases, departments, gateway, page. 启动')
    .option('--port <port>', 'port of the gateway', port, 4000)
    .option(...county)
    .option(...data)
    .option('--scale <n>', 'volume of the synthetic county; 1 is about 300,000 rows', scale, 1)
    .option(...outbreaks)
    .option(...databases)
    .option('--no-introspection', 'do not let clients ask for the schema, as GraphiQL does')
    .option('--operations <path>', 'registered operations: a folder of .graphql files, or a manifest')
    .option('--safelist', 'execute registered operations only (default: those in schema/operations)')
    .option(...ledger)
    .addOption(ledgerSync)
    .addOption(ledgerCrypto)
    .option(...logLevel)
    .option(...metrics)
    .option(...otlp)
    .action(async options => (await import('./start.ts')).start(options));
  command
    .command('synthesise')
    .description('make the synthetic databases and truth.json only. 生成数据')
    .option(...county)
    .option(...data)
    .option('--scale <n>', 'volume', scale, 1)
    .option(...outbreaks)
    .option(...databases)
    .action(async options => (await import('./synthesise.ts')).synthesise(options));
  const serve = command.command('serve').description('run one part alone. 单独运行');
  serve
    .command('subgraph <department>')
    .description('one department beside its database')
    .option('--port <port>', 'port; 0 takes a free one', port, 0)
    .option(...county)
    .option(...data)
    .option(...databases)
    .option('--gateway-key <file...>', 'public keys (PEM) of the gateways that may ask it')
    .option('--pseudonym-keys <file...>', 'key files by which this department and another meet persons')
    .option('--demo', 'take every request as it says it is; for made-up data alone')
    .option(...ledger)
    .addOption(ledgerSync)
    .addOption(ledgerCrypto)
    .option(...logLevel)
    .option(...metrics)
    .option(...otlp)
    .action(async (department: string, options) =>
      (await import('./serve-subgraph.ts')).serveSubgraph(department, options),
    );
}

/** An existing database, before it is served: a draft of its mapping, and what is wrong with it. */
function addMappingCommands(command: Command): void {
  command
    .command('introspect <database>')
    .description('draft a mapping of a database never seen: mysql://…, postgres://… or sqlite:FILE. 探查')
    .requiredOption('--out <file>', 'where the draft goes, e.g. draft.yaml')
    .option('--department <department>', 'whose database it is (default: the one that it resembles)')
    .option('--county <folder>', 'a county with departments or types of its own')
    .option('--force', 'write over a file that is there')
    .option('--json', 'all that was found as JSON')
    .action(async (database: string, options) => (await import('./introspect.ts')).introspect(database, options));
  command
    .command('check [database]')
    .description('hold mappings against their databases; what can be computed. 核对')
    .exitOverride(asWrongCommand)
    .option('--department <id...>', 'only these')
    .option('--mapping <file>', 'a mapping in place of the one in the county, for one --department')
    .option(...county)
    .option(...data)
    .option(...databases)
    .option('--language <language>', 'zh or en', 'zh')
    .option('--json', 'the report as JSON')
    .option('--strict', 'end with 1 for warnings too')
    .option('--no-record', 'do not keep what is found for the next check')
    .action(async (database: string | undefined, options) => (await import('./check.ts')).check(options, database));
}

/** What the department's protection holds against. */
function addDisclosureCommands(command: Command): void {
  command
    .command('disclosure')
    .description('protected statistics. 披露控制')
    .command('attack')
    .description(
      "attack a department's protected statistics as their readers could; exit code 1 where it succeeds. 攻击检验",
    )
    .requiredOption('--department <id>', 'whose')
    .option('--type <name...>', 'only these types')
    .option('--programs <n>', 'small cells that linear programs are solved for', number, 200)
    .option(...county)
    .option(...data)
    .option(...databases)
    .option('--language <language>', 'zh or en', 'zh')
    .option('--json', 'the report as JSON')
    .action(async options => (await import('./disclosure-attack.ts')).disclosureAttack(options));
}

/** The graph as a whole, before a gateway takes it. */
function addSchemaCommands(command: Command): void {
  command
    .command('compose')
    .description("compose the county's departments, or say why they do not. 合成")
    .exitOverride(asWrongCommand)
    .option(...county)
    .option('--url <template>', 'addresses of the departments', 'http://127.0.0.1:4000/{department}')
    .option('--out <file>', 'where the supergraph goes; without it only what is wrong is said')
    .option('--json', 'what is wrong as JSON')
    .action(async options => (await import('./compose.ts')).composeCounty(options));
  command
    .command('schema')
    .description('what clients see of a graph. 模式')
    .command('diff <old> <new>')
    .description('how a supergraph or API schema changes, and which registered operations that breaks. 变更')
    .exitOverride(asWrongCommand)
    .option('--operations <path>', 'registered operations: a folder of .graphql files, or a manifest')
    .option('--json', 'the changes as JSON')
    .action(async (before: string, after: string, options) =>
      (await import('./schema-diff.ts')).schemaDiff(before, after, options),
    );
}

/** Who may read what, out of the departments' access files; no database is needed. */
function addAccessCommands(command: Command): void {
  const access = command.command('access').description('who may read what, and for what. 权限');
  access
    .command('explain')
    .description('which grant counts for somebody, why, and what it comes to. 说明')
    .exitOverride(asWrongCommand)
    .requiredOption('--department <department>', 'whose data')
    .requiredOption('--who <words>', 'role:analyst,department:court,area:330199001 (also system:, subject:)')
    .option('--purpose <purpose>', 'a purpose of purposes.yaml')
    .option('--permit <permit>', 'a permit of permits.yaml')
    .option('--what <what>', 'a type or a field, e.g. CourtCase.claimAmount (default: every type)')
    .option(...county)
    .option('--language <language>', 'zh or en', 'zh')
    .option('--json', 'as JSON')
    .action(async options => {
      const { accessExplain } = await import('./access-explain.ts');
      await (await import('./exit-code.ts')).endWith(() => accessExplain(options));
    });
  access
    .command('check')
    .description('hold the access files of a county together. 核对')
    .exitOverride(asWrongCommand)
    .option(...county)
    .option('--language <language>', 'zh or en', 'zh')
    .option('--json', 'as JSON')
    .action(async options => {
      const { accessCheck } = await import('./access-check.ts');
      await (await import('./exit-code.ts')).endWith(() => accessCheck(options));
    });
}

/** What gateway and departments know each other by. */
function addKeyCommands(command: Command): void {
  const keys = command
    .command('keys')
    .description('keys by which departments know the gateway, and meet persons with each other. 密钥');
  keys
    .command('pseudonym')
    .description('write or rotate the keys of pseudonyms of a purpose, for the two departments that share it. 假名密钥')
    .requiredOption('--purpose <purpose>', 'the registered purpose')
    .requiredOption('--out <file>', 'the key file')
    .option('--algorithm <name>', 'HMAC-SHA-256 or HMAC-SM3', 'HMAC-SHA-256')
    .option('--rotate', 'give the file a further key; the one before it is known for a week more')
    .option('--from <moment>', 'when the key comes into use; now when absent')
    .action(async options => (await import('./pseudonym-keys.ts')).pseudonymKeys(options));
  keys
    .command('new')
    .description('write a new pair: gateway.key.pem stays with the gateway, gateway.public.pem goes to the departments')
    .requiredOption('--out <folder>', 'where the pair goes')
    .option('--name <name>', 'in place of gateway, for whoever signs something else', 'gateway')
    .action(async options => (await import('./keys.ts')).newKeys(options));
}

function program(): Command {
  const command = new Command('countygraph')
    .description('Existing databases of a county as one graph. 县域治理联邦图')
    .exitOverride();
  addRunningCommands(command);
  command
    .command('generate')
    .description(
      'write schema/supergraph.graphql and schema/api.graphql from the departments, and docs/indicators/ from the catalogue',
    )
    .option('--check', 'only say whether they are in sync')
    .action(async options => (await import('./generate.ts')).generate(options));
  addSchemaCommands(command);
  addMappingCommands(command);
  addDisclosureCommands(command);
  addKeyCommands(command);
  addAccessCommands(command);
  addAlertCommands(command, { places: [county, data], asking: [databases, ledger] });
  addFigureCommands(command, { places: [county, data], asking: [databases, ledger] });
  addScorecardCommands(command, { places: [county, data], asking: [databases, ledger], asWrongCommand });
  addLedgerCommands(command, { places: [county, data, ledger], asWrongCommand });
  addReconcileCommand(command, [county, data, databases, ledger]);
  addIndicatorCommand(command, { places: [county, data], asking: [databases, ledger] });
  return command;
}

process.stdout.on('error', error => {
  if (!isClosedPipe(error)) throw error;
});
try {
  await program().parseAsync();
} catch (error) {
  // commander has printed its own sentence; help ends with 0.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    const known = error instanceof CodedError;
    process.stderr.write(
      `${known ? error.code : 'INTERNAL'}: ${known ? error.message : 'Expected this to work, got a fault of countygraph; report it with the command you typed.'}\n`,
    );
    if (!known && process.env['COUNTYGRAPH_DEBUG']) console.error(error);
    process.exitCode = known && error.code === 'CANCELLED' ? 130 : 1;
  }
}
