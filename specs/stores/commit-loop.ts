import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../src/sync/store/sqlite.ts';
import { lastStep, stepChanges } from './commit-steps.ts';

// Run as a process of its own, to be killed: commits without end, saying each number once it is durable.
const [, , path = ''] = process.argv;
const say = (line: string): unknown => writeSync(1, `${line}\n`);

say('opening');
const store = await openSqliteStore(path, { create: true });
say('open');
for (let step = (await lastStep(store)) + 1; ; step += 1) {
  await store.commit(stepChanges(step));
  say(`${step}`);
}
