import { parseArgs } from 'node:util';
import { killLoop } from './kill-loop.ts';

/** `npm run kill-loop -- --rounds N --seed S`: prints whether every record is linked once and equal. */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const rounds = Number(values.rounds);
const end = await killLoop({
  rounds,
  seed: Number(values.seed),
  onRound: (round) => {
    if (round % 10 === 0) process.stderr.write(`${round} rounds\n`);
  },
});
const subjects = new Map(end.activities.map((row) => [`CRM-${String(row['id'])}`, row['subject']]));
const counterparts = end.projectActivities.filter((row) =>
  String(row['activityCode']).startsWith('CRM-'),
);
const equal = counterparts.filter(
  (row) => subjects.get(String(row['activityCode'])) === row['name'],
);
const whole = subjects.size === rounds && counterparts.length === rounds && equal.length === rounds;
process.stdout.write(
  `${rounds} runs, ${end.killed} of them killed: ${subjects.size} activities, ${counterparts.length} project activities, ${equal.length} of them equal, ${end.status[0]?.linked} links, ${end.status[0]?.pending.length} open\n`,
);
process.exitCode = whole ? 0 : 1;
