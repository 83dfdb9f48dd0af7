import { expect, test } from 'vitest';
import { createRecorder } from '../../evidence/recorder.ts';
import { testWorld } from '../test-world.ts';
import { attempt } from './attempt.ts';

test('Of many deaths only the last is told, and how many came before it', () => {
  const recorder = createRecorder(testWorld().world);
  const told = (before: number) => {
    recorder.step('source', `death ${before}`);
    attempt({ recorder }, before);
    return recorder.evidence({ seed: 1, fields: [] }).steps.map(({ text }) => text);
  };
  const rest = 'before, each time at another point: nothing was lost or doubled';
  expect(told(0)).toEqual(['death 0']);
  expect(told(1)).toEqual([`Died once ${rest}`]);
  expect(told(2)).toEqual([`Died 2 times ${rest}`]);
});
