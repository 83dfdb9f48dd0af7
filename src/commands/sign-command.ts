import type { Command } from 'commander';
import type { Clock } from '../clock.ts';
import { reportsFolder } from '../config.ts';
import { SyncproofError } from '../errors.ts';
import { checkSignatures } from './check-signatures.ts';
import type { Console } from './console.ts';
import { signResult } from './sign.ts';

interface SignFlags {
  readonly name?: string;
  readonly role?: string;
  readonly requirement: readonly string[];
  readonly all: boolean;
  readonly remark: string;
  readonly reject: boolean;
  readonly out?: string;
  readonly check: boolean;
}

interface Surroundings {
  readonly console: Console;
  readonly clock: Pick<Clock, 'now'>;
}

/** Adds `syncproof sign`. */
export function addSignCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('sign')
    .description('sign requirements of a result, or list what is to be signed')
    .argument('[result]', 'a checklist.json', `${reportsFolder}/checklist.json`)
    .option('--name <name>', 'who signs')
    .option('--role <role>', 'as what')
    .option('--requirement <id...>', 'what is signed', [])
    .option('--all', 'all that passed and is not signed', false)
    .option('--remark <text>', 'what there is to say; whatever did not pass needs it', '')
    .option('--reject', 'do not accept them', false)
    .option('--out <file>', 'the sign-off (default: signoff.json beside the document)')
    .option('--check', 'sign nothing; exit code 1 where a signature is missing or lapsed', false)
    .action(async (file: string, flags: SignFlags) => {
      process.exitCode = await run(file, flags, surroundings);
    });
}

function run(file: string, flags: SignFlags, surroundings: Surroundings): Promise<number> {
  const { name, role, check, out } = flags;
  if (check) {
    const signoff = out === undefined ? {} : { signoff: out };
    return checkSignatures({ file, ...signoff }, surroundings.console);
  }
  if (name === undefined || role === undefined) {
    throw new SyncproofError('usage', 'A signature needs --name and --role.');
  }
  return signResult({ ...flags, file, name, role }, surroundings);
}
