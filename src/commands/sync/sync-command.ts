import type { Command } from 'commander';
import type { Console } from '../console.ts';
import type { SyncSurroundings } from './open-sync.ts';
import type { StatusOptions } from './status.ts';
import type { SyncOptions } from './sync.ts';

interface Surroundings extends SyncSurroundings {
  readonly console: Console;
  readonly stopped: () => Promise<void>;
  readonly wholeNumber: (text: string) => number;
}

/** Adds `sync` and `status` to the program. */
export function addSyncCommands(program: Command, surroundings: Surroundings): void {
  const { console, stopped, wholeNumber, ...rest } = surroundings;
  program
    .command('sync')
    .description('run the reference engine on systems that environment variables name')
    .argument('[document]', 'the dataflow document (.rst), our own by default')
    .requiredOption('--store <file>', "the engine's memory: a file, or a postgres:// address")
    .option('--first-run', 'make the store', false)
    .option('--settings <module>', 'a module that exports "settings"')
    .option('--every <seconds>', 'go on until stopped, with this pause between passes', wholeNumber)
    .option(
      '--lease <seconds>',
      'how long the store stays with an engine that dies',
      wholeNumber,
      30,
    )
    .option('--json', 'JSON lines instead of a table', false)
    .option('--dry-run', 'list what would be written, and write nothing', false)
    .option('--explain <id>', 'tell what would win on the links of one source record, and why')
    .action(async (document: string | undefined, options: SyncOptions) => {
      const { sync } = await import('./sync.ts');
      const named = document === undefined ? {} : { document };
      process.exitCode = await sync(
        { ...options, ...named },
        { ...rest, console, stopped: stopped() },
      );
    });
  program
    .command('status')
    .description('show links, broken links, what has not arrived and what was lost, from a store')
    .argument('[document]', 'the dataflow document (.rst), our own by default')
    .requiredOption('--store <file>', "the engine's memory: a file, or a postgres:// address")
    .option('--json', 'one line of JSON', false)
    .option('--acknowledge', 'forget the lost values that are shown', false)
    .action(async (document: string | undefined, options: StatusOptions) => {
      const { status } = await import('./status.ts');
      const named = document === undefined ? {} : { document };
      process.exitCode = await status({ ...options, ...named }, console);
    });
}
