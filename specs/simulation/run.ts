import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { wholeNumber } from '../../src/commands/whole-number.ts';
import type { HistoryStep } from '../../src/harness/simulation/history-step.ts';
import { handProgram } from '../program.ts';
import { playAll } from './crew.ts';
import { type Job, type Played, stageNamed } from './job.ts';
import { simulate } from './simulate.ts';
import { type Stage, stages } from './stages.ts';
import { tell } from './story.ts';

interface Flags {
  readonly histories: number;
  readonly seed: number;
  readonly workers: number;
  readonly findings: number;
  readonly on?: Stage;
  readonly replay?: readonly HistoryStep[];
}

const flags = handProgram(
  'simulate',
  'Plays random histories of user edits, faults, deaths and takeovers on the reference engine, judges every law after every pass, and tells the shortest story of what breaks one.',
)
  .option('--histories <number>', 'how many, dealt out to all documents', wholeNumber, 1000)
  .option('--seed <number>', 'the seed of all of them', wholeNumber, 1)
  .option('--on <document>', 'on this document only', refusing(stageNamed))
  .option('--workers <number>', 'threads', wholeNumber, availableParallelism())
  .option('--findings <number>', 'ends after so many that broke a law', wholeNumber, 1)
  .option('--replay <steps>', 'plays one history, of the document --on, instead', refusing(stepsIn))
  .parse()
  .opts<Flags>();
const { seed } = flags;
const chosen = flags.on === undefined ? stages : [flags.on];

if (flags.replay === undefined) await simulateAll();
else await replay(flags.replay);

/** Tells in the words of commander why an option's text is refused. */
function refusing<Value>(read: (text: string) => Value): (text: string) => Value {
  return (text) => {
    try {
      return read(text);
    } catch (cause) {
      throw new InvalidArgumentError(cause instanceof Error ? cause.message : String(cause));
    }
  };
}

/** The steps as a finding's replay command has them. */
function stepsIn(text: string): readonly HistoryStep[] {
  const steps: unknown = JSON.parse(text);
  if (!Array.isArray(steps)) throw new Error('Steps are a JSON array, as a finding prints them.');
  return steps;
}

async function replay(steps: readonly HistoryStep[]): Promise<void> {
  for (const { name, document } of chosen.slice(0, 1)) {
    const played = await simulate(document, { seed, steps });
    process.stdout.write(tell({ seed, steps, played }, name));
    process.exitCode = played.violation === undefined ? 0 : 1;
  }
}

async function simulateAll(): Promise<void> {
  const { histories: wanted, workers, findings } = flags;
  const began = performance.now();
  const stop = new AbortController();
  // A second Ctrl-C ends the process as ever.
  process.once('SIGINT', () => stop.abort());
  let played = 0;
  const struck = new Map<string, number>();
  const rate = (): string =>
    `${Math.round((played * 1000) / (performance.now() - began))} a second`;
  const onPlayed = ({ struck: families }: Played): void => {
    played += 1;
    for (const family of families) struck.set(family, (struck.get(family) ?? 0) + 1);
    if (played % 500 === 0) process.stderr.write(`${played} of ${wanted} histories, ${rate()}\n`);
  };
  const crew = { workers, findings, signal: stop.signal, onPlayed };
  const broken = await playAll(jobs(wanted), crew);
  const end =
    broken.length === 0
      ? 'no law was broken'
      : `a law was broken on ${broken.map(({ on }) => on).join(', ')}`;
  const cut = stop.signal.aborted ? `, interrupted before ${wanted}` : '';
  process.stdout.write(
    `${played} histories of seed ${seed} on ${chosen.map(({ name }) => name).join(', ')}, ${rate()}${cut}: ${end}\nFaults struck in so many of them: ${inWords(struck)}\n`,
  );
  for (const { story } of broken) process.stdout.write(`\n${story}`);
  if (broken.length > 0) process.exitCode = 1;
}

/** So many histories, one for each document in turn. */
function* jobs(wanted: number): Generator<Job> {
  for (let index = 0, dealt = 0; dealt < wanted; index += 1) {
    for (const { name } of chosen) {
      if (dealt === wanted) return;
      dealt += 1;
      yield { on: name, seed, index };
    }
  }
}

function inWords(struck: ReadonlyMap<string, number>): string {
  const families = [...struck].sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)));
  return families.map(([family, count]) => `${family} ${count}`).join(', ') || 'none';
}
