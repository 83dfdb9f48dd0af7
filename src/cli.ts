#!/usr/bin/env node
import { inspect } from 'node:util';
import { Command, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import type { Shard } from './checklist/shard.ts';
import { idleWait, wallClock } from './clock.ts';
import { processConsole } from './commands/console.ts';
import {
  addEngineOptions,
  type EngineFlags,
  engineOrder,
} from './commands/engine/engine-options.ts';
import { exitCodeOf } from './commands/exit-code.ts';
import type { ProveOptions } from './commands/prove/prove.ts';
import { read } from './commands/read.ts';
import { addResultCommands } from './commands/result-commands.ts';
import { shardOption } from './commands/shard-option.ts';
import { addSignCommand } from './commands/sign-command.ts';
import { addSyncCommands } from './commands/sync/sync-command.ts';
import { type TwinsOptions, twins } from './commands/twins.ts';
import { wholeNumber } from './commands/whole-number.ts';
import { defaultSeed } from './config.ts';
import type { Dataflow } from './dataflow/dataflow.ts';
import type { EngineOrder } from './engine-order.ts';

// What only one command needs is loaded by that command: it is most of the time that starting takes.
const audience = { console: processConsole, stepSummary: process.env['GITHUB_STEP_SUMMARY'] };

const program = new Command('syncproof')
  .description(packageJson.description)
  .version(packageJson.version)
  .addHelpText(
    'after',
    '\nExit codes: 0 all is kept, or said why it was not looked at; 1 something is not; 2 the command was given something unusable; 70 a defect of syncproof itself.',
  )
  .exitOverride();

const checking = program
  .command('check')
  .description('check a dataflow document, our own by default, and write reports/')
  .argument('[document]', 'the dataflow document (.rst)')
  .addOption(
    new Option('--seed <number>', 'the seed that makes the same run again')
      .default(defaultSeed)
      .argParser(wholeNumber),
  )
  .option('--only <id>', 'run one requirement, or one check of it (requirement#check)')
  .option(
    '--out <folder>',
    'where the reports go (default: reports, reports/replay with --only, reports/shard-1 with --shard 1/n)',
  )
  .addOption(
    new Option('--shard <index/total>', 'run one share of the checklist, to be merged').argParser(
      shardOption,
    ),
  )
  .option('--history <file>', 'remember the run there (default: history.jsonl beside the reports)')
  .option(
    '--baseline <result>',
    'a checklist.json to compare with (default: the last accepted run in the history)',
  )
  .option('--signoff <file>', 'the signatures to show (default: signoff.json beside the document)')
  .option(
    '--waivers <file>',
    'what is accepted as it is (default: waivers.json beside the document)',
  )
  .option('--strict', 'count blocked and untested requirements as failed', false);
addEngineOptions(checking, wholeNumber).action(
  async (document: string | undefined, flags: CheckFlags) => {
    const { check } = await import('./commands/check.ts');
    const named = document === undefined ? {} : { document };
    const options = { ...flags, ...named, engine: engineOrder(flags, process.cwd()) };
    process.exitCode = await check(options, { ...audience, clock: wallClock, tryOut });
  },
);

program
  .command('read')
  .description('show documents as they were understood')
  .argument('<documents...>', 'dataflow documents, or folders of them')
  .option('--json', 'print JSON instead of an outline', false)
  .action(async (paths: string[], { json }: { json: boolean }) => {
    process.exitCode = await read({ paths, json }, processConsole);
  });

addResultCommands(program, audience);
addSignCommand(program, { console: processConsole, clock: wallClock });
addSyncCommands(program, {
  console: processConsole,
  clock: wallClock,
  env: process.env,
  fetch: globalThis.fetch,
  stopped: signalled,
  wholeNumber,
});

program
  .command('prove')
  .description('prove that the checks of a document, our own by default, can fail')
  .argument('[document]', 'the dataflow document (.rst)')
  .option('--seed <number>', 'the seed of every scene', wholeNumber, defaultSeed)
  .option('--histories <number>', 'random histories for the engine that is right', wholeNumber, 200)
  .option('--fault <name...>', 'these faulty engines only; shown, and not kept as the proof')
  .option('--out <folder>', 'where proof.json and proof.html go (default: reports)')
  .action(async (document: string | undefined, options: ProveOptions) => {
    const { faults } = await import('../fixtures/faulty-engines/faults.ts');
    const { prove } = await import('./commands/prove/prove.ts');
    const named = document === undefined ? {} : { document };
    const surroundings = { console: processConsole, clock: wallClock, faults, stopped: signalled };
    process.exitCode = await prove({ ...options, ...named }, surroundings);
  });

program
  .command('twins')
  .description('serve the twins of our document on this machine, until stopped')
  .option('--port <number>', 'the first of three ports, 0 for any', wholeNumber, 4010)
  .option('--seed <number>', 'the seed of credentials, ids and chance', wholeNumber, defaultSeed)
  .option('--records <number>', 'generated records of each entity', wholeNumber, 0)
  .option('--faults <plan>', 'a fault plan (.json) in force from the start')
  .option('--host <host>', 'this machine; nothing else is taken', '127.0.0.1')
  .option('--json', 'print addresses and credentials as one line of JSON', false)
  .action(async (options: TwinsOptions) => {
    const { ourTwins } = await import('../fixtures/twins/our-twins.ts');
    const { serve } = await import('../mocks/serve/serve.ts');
    process.exitCode = await twins(options, {
      console: processConsole,
      stopped: signalled,
      serve: ({ records, ...order }) =>
        serve({
          ...order,
          kinds: ourTwins({ seed: order.seed, records }),
          clock: wallClock,
          onDefect: (defect) => processConsole.err(`${inspect(defect)}\n`),
        }),
    });
  });

/** Resolves when the process is asked to end; asked twice, it ends at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Starts a foreign engine once on doors behind which nobody is at home. */
async function tryOut(order: EngineOrder, { source, target }: Dataflow): Promise<void> {
  const { listen, usualBounds } = await import('../mocks/serve/listener.ts');
  const { tryOut } = await import('./harness/engines/try-out.ts');
  const { placeholdersOf } = await import('./systems/environment.ts');
  const { promise: knocked, resolve, reject } = Promise.withResolvers<void>();
  const door = await listen({ port: 0, bounds: usualBounds, onDefect: reject });
  door.handleBy((_, response) => {
    resolve();
    response.writeHead(503).end();
  });
  const environment = {
    ...placeholdersOf(source, door.origin),
    ...placeholdersOf(target, door.origin),
    SYNCPROOF_SIGNAL: door.origin,
  };
  try {
    await tryOut({ order, environment, knocked, wait: idleWait });
  } finally {
    await door.drain(0);
  }
}

interface CheckFlags extends EngineFlags {
  readonly seed: number;
  readonly only?: string;
  readonly shard?: Shard;
  readonly history?: string;
  readonly baseline?: string;
  readonly signoff?: string;
  readonly waivers?: string;
  readonly out?: string;
  readonly strict: boolean;
}

try {
  await program.parseAsync();
} catch (cause) {
  process.exitCode = exitCodeOf(cause, processConsole);
}
