import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { Argument } from 'commander';
import { wholeNumber } from '../../src/commands/whole-number.ts';
import { handProgram } from '../program.ts';
import { type Room, rooms } from './rooms.ts';
import { isPicked, type Sample } from './sample.ts';
import { leastScore, scoreOf, told } from './score.ts';

interface MutateFlags extends Sample {
  readonly only?: readonly string[];
  readonly tests?: readonly string[];
  readonly patience: number;
  readonly workers: number;
  readonly static: boolean;
}

const all = Object.keys(rooms);

handProgram(
  'mutate',
  `Changes the code of rooms, one spot at a time, and plays the tests that pass the spot: one of them must fail. Prints what survived and each room's score, writes reports/mutation/ROOM.html, and ends with 1 below ${leastScore} %.`,
)
  .addArgument(new Argument('[room...]', 'whose code is changed').choices(all).default(all))
  .option('--only <pattern...>', 'these files alone, or lines of them: src/dataflow/rows.ts:10-20')
  .option('--tests <pattern...>', "these test files instead of all of the room's: a quick look")
  .option('--one-in <number>', 'a sample: one change in so many, spread evenly', wholeNumber, 1)
  .option('--offset <number>', 'another sample: where its count begins', wholeNumber, 0)
  .option('--patience <seconds>', 'of work, after which a change has survived', wholeNumber, 4)
  .option('--workers <number>', 'processes at work at once', wholeNumber, 1)
  .option('--no-static', 'leave out what only runs while files are loaded: each takes a process')
  .action(async (chosen: readonly Room[], flags: MutateFlags) => {
    for (const room of chosen) {
      const results = await mutate(room, flags);
      process.stdout.write(told(room, results));
      if (scoreOf(results) < leastScore) process.exitCode = 1;
    }
  })
  .parse();

async function mutate(room: Room, flags: MutateFlags): Promise<readonly MutantResult[]> {
  const report = `reports/mutation/${room}`;
  const stryker = new Stryker({
    testRunner: 'lean',
    plugins: [fileURLToPath(new URL('./lean-runner.ts', import.meta.url))],
    lean: {
      files: (flags.tests ?? rooms[room]).flatMap((pattern) => globSync(pattern).toSorted()),
      sample: { oneIn: flags.oneIn, offset: flags.offset },
      patienceMs: flags.patience * 1000,
    },
    mutate: [...(flags.only ?? [`src/${room}/**/*.ts`]), '!src/**/*.test.ts', '!src/**/test-*.ts'],
    // Where there is one, Stryker reads it with a compiler that is not there any more.
    tsconfigFile: 'specs/mutation/no-tsconfig.json',
    coverageAnalysis: 'perTest',
    ignoreStatic: !flags.static,
    tempDirName: 'reports/mutation/sandbox',
    ignorePatterns: ['reports', '.ci', '*.md'],
    reporters: ['progress-append-only', 'html', 'json'],
    htmlReporter: { fileName: `${report}.html` },
    jsonReporter: { fileName: `${report}.json` },
    warnings: false,
    allowConsoleColors: false,
    concurrency: flags.workers,
    // Beside Stryker's own allowance: a busy machine is no endless loop.
    timeoutMS: 30_000,
    dryRunTimeoutMinutes: 60,
  });
  const results = await stryker.runMutationTest();
  return results.filter((mutant) => isPicked(mutant, flags));
}
