import { Command } from 'commander';
import { exitCodes } from '../src/commands/console.ts';

/**
 * A program of the specs that people run by hand: `--help` tells its options, and what it cannot
 * take is refused in a line, with exit code 2 as `syncproof` does.
 */
export function handProgram(script: string, description: string): Command {
  return new Command(`npm run ${script} --`)
    .description(description)
    .exitOverride(({ exitCode }) =>
      process.exit(exitCode === 0 ? exitCodes.ok : exitCodes.unusable),
    );
}
