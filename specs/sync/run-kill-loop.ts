import { wholeNumber } from '../../src/commands/whole-number.ts';
import { handProgram } from '../program.ts';
import { killLoop } from './kill-loop.ts';

const { rounds, seed } = handProgram(
  'kill-loop',
  'Kills `syncproof sync` again and again while users work, and tells whether every record is linked once and equal in the end.',
)
  .option('--rounds <number>', 'how often it is killed', wholeNumber, 200)
  .option('--seed <number>', 'the seed of what users do, and of when it dies', wholeNumber, 1)
  .parse()
  .opts<{ rounds: number; seed: number }>();
const end = await killLoop({
  rounds,
  seed,
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
