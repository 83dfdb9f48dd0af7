import { type Command, Option } from 'commander';
import type { Audience } from './deliver.ts';
import { diff } from './diff.ts';
import { merge } from './merge.ts';
import { report } from './report.ts';
import { schema } from './schema.ts';

interface DiffFlags {
  readonly json: boolean;
  readonly markdown: boolean;
  readonly html?: string;
}

interface MergeFlags {
  readonly out?: string;
  readonly history?: string;
  readonly baseline?: string;
  readonly strict: boolean;
}

/** Adds the commands that work on documents and results without running anything. */
export function addResultCommands(program: Command, audience: Audience): void {
  const { console } = audience;
  addMerge(program, audience);
  program
    .command('diff')
    .description('compare two documents, or two results; exit code 1 where a result is worse')
    .argument('<old>', 'a dataflow document or a checklist.json')
    .argument('<new>', 'another of the same kind')
    .option('--json', 'print JSON', false)
    .addOption(
      new Option('--markdown', 'print Markdown, for a comment on a pull request')
        .default(false)
        .conflicts('json'),
    )
    .option('--html <file>', 'write a page as well')
    .action(async (before: string, after: string, flags: DiffFlags) => {
      process.exitCode = await diff({ before, after, ...flags }, console);
    });
  program
    .command('report')
    .description('render every view of a result again')
    .argument('<result>', 'a checklist.json')
    .option('--out <folder>', 'where the views go (default: beside the result)')
    .option(
      '--signoff <file>',
      'the signatures to show (default: signoff.json beside the document)',
    )
    .action(async (file: string, flags: { readonly out?: string; readonly signoff?: string }) => {
      process.exitCode = await report({ file, ...flags }, console);
    });
  program
    .command('schema')
    .description('print the JSON schema of checklist.json')
    .action(() => {
      process.exitCode = schema(console);
    });
}

function addMerge(program: Command, audience: Audience): void {
  program
    .command('merge')
    .description('make one result of the shards of a run, and write its reports')
    .argument('<results...>', "the shards' checklist.json, all of them")
    .option('--out <folder>', 'where the reports go (default: reports)')
    .option('--history <file>', 'as for check')
    .option('--baseline <result>', 'as for check')
    .option('--strict', 'count blocked and untested requirements as failed', false)
    .action(async (files: string[], flags: MergeFlags) => {
      process.exitCode = await merge({ files, ...flags }, audience);
    });
}
