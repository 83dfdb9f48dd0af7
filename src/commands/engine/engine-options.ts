import { type Command, Option } from 'commander';
import { type EngineOrder, engineKinds } from '../../engine-order.ts';
import { SyncproofError } from '../../errors.ts';

/** What the command line says of the engine that is to be checked. */
export interface EngineFlags {
  readonly engine: 'reference' | EngineOrder['kind'];
  readonly start?: string;
  readonly image?: string;
  readonly signal: boolean;
  readonly quietPolls: number;
  readonly settleSeconds: number;
}

/** In how many polls without a write an engine has settled, where nothing else is said. */
const usualQuietPolls = 2;

/** How many seconds an engine may take for a pass, and to settle, where nothing else is said. */
const usualSettleSeconds = 30;

/** Adds the options by which `check` is given an engine that is not ours. */
export function addEngineOptions(command: Command, wholeNumber: (text: string) => number): Command {
  return command
    .addOption(
      new Option('--engine <kind>', 'the engine to check: ours, a command, or an image')
        .choices(['reference', ...engineKinds])
        .default('reference'),
    )
    .option('--start <command>', 'starts the engine (--engine http)')
    .option('--image <name>', "the engine's image (--engine container)")
    .option('--signal', 'the engine posts to SYNCPROOF_SIGNAL after each pass', false)
    .option(
      '--quiet-polls <number>',
      'passes in a row without a write in which it has settled',
      wholeNumber,
      usualQuietPolls,
    )
    .option(
      '--settle-seconds <number>',
      'how long a pass, and settling, may take',
      wholeNumber,
      usualSettleSeconds,
    );
}

/**
 * The engine that is asked for, `undefined` for ours. Refuses (`usage`) a kind without what it
 * needs, and what no kind needs. `folder` is where a command is run.
 */
export function engineOrder(flags: EngineFlags, folder: string): EngineOrder | undefined {
  const { engine, start, image, signal, quietPolls, settleSeconds } = flags;
  const judged = {
    signals: signal,
    quietPasses: Math.max(1, quietPolls),
    withinMs: Math.max(1, settleSeconds) * 1000,
  };
  if (engine !== 'http' && start !== undefined) throw misfit('--start', '--engine http');
  if (engine !== 'container' && image !== undefined) throw misfit('--image', '--engine container');
  if (engine === 'reference') {
    if (signal) throw misfit('--signal', 'an engine that is not ours');
    return undefined;
  }
  if (engine === 'http') {
    if (start === undefined) throw lacking(engine, "--start 'COMMAND'");
    return { kind: engine, command: start, folder, ...judged };
  }
  if (image === undefined) throw lacking(engine, '--image NAME');
  return { kind: engine, image, ...judged };
}

/** The words by which the command line asks for this engine again, each behind a blank. */
export function engineWords(order: EngineOrder | undefined): string {
  if (order === undefined) return '';
  const what =
    order.kind === 'http' ? `--start ${quoted(order.command)}` : `--image ${quoted(order.image)}`;
  const words = [
    `--engine ${order.kind}`,
    what,
    order.signals ? '--signal' : '',
    order.quietPasses === usualQuietPolls ? '' : `--quiet-polls ${order.quietPasses}`,
    order.withinMs === usualSettleSeconds * 1000 ? '' : `--settle-seconds ${order.withinMs / 1000}`,
  ];
  return words
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('');
}

/** One word for a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function misfit(option: string, needs: string): SyncproofError {
  return new SyncproofError('usage', `${option} goes with ${needs}: leave one out, or say both.`);
}

function lacking(kind: string, option: string): SyncproofError {
  return new SyncproofError('usage', `--engine ${kind} must be told what to start: add ${option}.`);
}
