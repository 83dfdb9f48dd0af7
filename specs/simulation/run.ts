import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { playAll } from './crew.ts';
import { type Job, type Played, stageNamed } from './job.ts';
import { simulate } from './simulate.ts';
import { stages } from './stages.ts';
import { tell } from './story.ts';

/**
 * `npm run simulate -- --histories N --seed S [--on NAME] [--workers W] [--findings F]`, or
 * `--replay 'STEPS'` for one history on the document NAME. Without a name the histories are dealt out
 * to all documents. Ends with the first history that breaks a law, or the first F of them.
 */
const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    on: { type: 'string' },
    findings: { type: 'string', default: '1' },
    replay: { type: 'string' },
  },
});
const seed = Number(values.seed);
const chosen = values.on === undefined ? stages : [stageNamed(values.on)];

if (values.replay === undefined) await simulateAll();
else await replay(values.replay);

async function replay(text: string): Promise<void> {
  for (const { name, document } of chosen.slice(0, 1)) {
    const steps = JSON.parse(text);
    const played = await simulate(document, { seed, steps });
    process.stdout.write(tell({ seed, steps, played }, name));
    process.exitCode = played.violation === undefined ? 0 : 1;
  }
}

async function simulateAll(): Promise<void> {
  const wanted = Number(values.histories);
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
  const { workers, findings } = values;
  const crew = {
    workers: Number(workers),
    findings: Number(findings),
    signal: stop.signal,
    onPlayed,
  };
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
