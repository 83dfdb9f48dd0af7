import { parseArgs } from 'node:util';
import { campaign, simulate } from './simulate.ts';
import { stages } from './stages.ts';
import { tell } from './story.ts';

/**
 * `npm run simulate -- --histories N --seed S [--on NAME]`, or `--replay 'STEPS'` for one history.
 * Without a name the histories are dealt out to all documents.
 */
const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    on: { type: 'string' },
    replay: { type: 'string' },
  },
});
const seed = Number(values.seed);
const wanted = Number(values.histories);

const chosen = stages.filter(({ name }) => values.on === undefined || name === values.on);
const [first] = chosen;
if (first === undefined) throw new Error(`There is no document "${values.on}" to play on`);

if (values.replay !== undefined) {
  const steps = JSON.parse(values.replay);
  const played = await simulate(first.document, { seed, steps });
  process.stdout.write(tell({ steps, played }, { seed, on: first.name }));
  process.exitCode = played.violation === undefined ? 0 : 1;
} else {
  for (const stage of chosen) await play(stage, Math.ceil(wanted / chosen.length));
}

async function play({ name, document }: (typeof stages)[number], histories: number): Promise<void> {
  let played = 0;
  const began = performance.now();
  const onPlayed = (): void => {
    played += 1;
    if (played % 500 === 0) process.stderr.write(`${played} histories\n`);
  };
  const broken = await campaign({ document, histories, seed, onPlayed });
  const perSecond = Math.round((played * 1000) / (performance.now() - began));
  const end = broken === undefined ? 'no law was broken' : 'a law was broken';
  process.stdout.write(
    `${name}: ${played} histories, seed ${seed}, ${perSecond} a second: ${end}\n`,
  );
  if (broken === undefined) return;
  process.stdout.write(tell(broken, { seed, on: name }));
  process.exitCode = 1;
}
