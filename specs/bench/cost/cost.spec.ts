import { expect, test } from 'vitest';
import { costsOf } from './measure.ts';
import { scenes } from './scenes.ts';

test.each(scenes)('$name takes the fewest calls that the APIs allow', async (scene) => {
  for (const { step, calls, fewest } of await costsOf(scene, 60)) {
    expect({ step, ...calls }).toEqual({ step, ...fewest });
  }
});
