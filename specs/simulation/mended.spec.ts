import { expect, inject, test } from 'vitest';
import { stageNamed } from './job.ts';
import { mended } from './mended.ts';
import { mendedLosses } from './mended-losses.ts';
import { takenOverWhileTelling, wakingAfter } from './overtaken.ts';
import { simulate } from './simulate.ts';

const seed = inject('seed');
const { document } = stageNamed('contact-persons');

test.for(mended)('$name', async ({ steps, on = 'contact-persons' }) => {
  const { violation } = await simulate(stageNamed(on).document, { seed, steps });
  expect(violation).toBeUndefined();
});

test.for(mendedLosses)('$name', async ({ steps }) => {
  const { violation } = await simulate(document, { seed, steps });
  expect(violation).toBeUndefined();
});

test('An engine that slept while another one worked writes nothing of what it had decided', async () => {
  for (let nth = 1; nth <= 12; nth += 1) {
    const { violation } = await simulate(document, { seed, steps: wakingAfter(nth) });
    expect(violation, `wakes after request ${nth}`).toBeUndefined();
  }
});

test('What a pass found before another engine took over is told all the same', async () => {
  const { document: related } = stageNamed('related');
  const { violation } = await simulate(related, { seed, steps: takenOverWhileTelling });
  expect(violation).toBeUndefined();
});
