import { parseArgs } from 'node:util';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { campaign, simulate } from './simulate.ts';
import { tell } from './story.ts';

/** `npm run simulate -- --histories N --seed S`, or `--replay 'STEPS'` for one history. */
const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    replay: { type: 'string' },
  },
});
const seed = Number(values.seed);
const wanted = Number(values.histories);

if (values.replay !== undefined) {
  const steps = JSON.parse(values.replay);
  const played = await simulate(ours, { seed, steps });
  process.stdout.write(tell({ steps, played }, seed));
  process.exitCode = played.violation === undefined ? 0 : 1;
} else {
  let played = 0;
  const began = performance.now();
  const broken = await campaign({
    document: ours,
    histories: wanted,
    seed,
    onPlayed: () => {
      played += 1;
      if (played % 500 === 0) process.stderr.write(`${played} histories\n`);
    },
  });
  const perSecond = Math.round((played * 1000) / (performance.now() - began));
  const end = broken === undefined ? 'no law was broken' : 'a law was broken';
  process.stdout.write(`${played} histories, seed ${seed}, ${perSecond} a second: ${end}\n`);
  if (broken !== undefined) {
    process.stdout.write(tell(broken, seed));
    process.exitCode = 1;
  }
}
