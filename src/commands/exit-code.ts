import { inspect } from 'node:util';
import { SyncproofError } from '../errors.ts';
import { type Console, exitCodes } from './console.ts';

/** How a command ends that threw. What commander itself refused it has already said; the rest is said here. */
export function exitCodeOf(cause: unknown, console: Console): number {
  if (cause instanceof SyncproofError) {
    console.err(`${cause.message}\n`);
    return exitCodes.unusable;
  }
  if (cause instanceof Error && 'exitCode' in cause && 'code' in cause) {
    return cause.exitCode === 0 ? exitCodes.ok : exitCodes.unusable;
  }
  console.err(
    `This is a defect of syncproof, and says nothing of any promise:\n${inspect(cause)}\n`,
  );
  return exitCodes.defect;
}
