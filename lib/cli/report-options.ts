import { type Command, Option } from 'commander';
import { reportFormats } from './report.ts';

/** `--format` and `--output`, of commands that give a report. */
export function addReportOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'of the answer').choices(reportFormats).default('table'))
    .option('--output <file>', 'write the answer to a file');
}
