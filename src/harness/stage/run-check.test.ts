import { expect, test } from 'vitest';
import { redactor } from '../../evidence/redaction.ts';
import { defaultSettings } from '../../settings.ts';
import { benches } from '../basis/bench.ts';
import { Blocked, Inconclusive } from '../broken-promise.ts';
import type { Check } from '../checks/check.ts';
import { silence } from '../engines/engine-report.ts';
import { customersSection } from '../test-sections.ts';
import { testWorld } from '../test-world.ts';
import type { World } from '../world.ts';
import { runCheck } from './run-check.ts';
import type { Stage } from './stage.ts';

function run(play: Check['play'], change: Partial<World> = {}) {
  const world = { ...testWorld().world, ...change };
  const [bench] = benches(world);
  if (bench === undefined) throw new Error('the test world has no section');
  const check: Check = { id: 'sample', kind: 'both-ways', title: () => 'It holds', play };
  return runCheck({ world, check, subject: { bench } });
}

/** A user makes a record that nobody promises a counterpart for, and something is expected. */
async function something(stage: Stage, holds = true): Promise<void> {
  await stage.target.create();
  stage.expect({ holds, message: 'it did not hold', expected: 'a', found: 'b' });
}

test('A check whose expectations hold is passed, and its evidence tells the steps and the seed', async () => {
  const { verdict, reason, evidence } = await run((stage) => something(stage));
  expect(verdict).toBe('passed');
  expect(reason).toMatch(/^Held in \d+ cycles with 1 user action and 1 expectation\.$/);
  expect(evidence.seed).toBe(1);
  expect(evidence.steps[0]).toMatchObject({
    lane: 'target',
    text: expect.stringContaining('A user creates Globex Contact'),
  });
});

test("An expectation that does not hold fails it, under the check's own law", async () => {
  const { verdict, reason, violation } = await run((stage) => something(stage, false));
  expect({ verdict, reason }).toEqual({ verdict: 'failed', reason: 'it did not hold.' });
  expect(violation).toEqual({
    law: 'It holds',
    message: 'it did not hold',
    expected: 'a',
    found: 'b',
  });
});

test('An invariant that rings fails it, under its own law', async () => {
  const { violation } = await run(async (stage) => {
    await stage.source.create();
    await stage.rest();
  });
  expect(violation?.law).toBe('I12 nothing forgotten');
});

test('Where the settings limit a section, a check begins at the limit, unless it begins before', async () => {
  const limitedSince = 50_000;
  const settings = {
    ...defaultSettings,
    sections: { [customersSection().heading]: { limitedSince } },
  };
  const beginning = async (check: Partial<Check>): Promise<number> => {
    const { world } = testWorld(settings);
    const [bench] = benches(world);
    if (bench === undefined) throw new Error('the test world has no section');
    let begun = Number.NaN;
    const play: Check['play'] = async (stage) => {
      begun = world.clock.now();
      await something(stage);
    };
    const sample: Check = { id: 'sample', kind: 'every', title: () => 'It holds', play, ...check };
    world.clock.advance(10_000);
    await runCheck({ world, check: sample, subject: { bench } });
    return begun;
  };
  expect(await beginning({})).toBe(limitedSince);
  expect(await beginning({ begins: 'before-the-limit' })).toBe(10_000);
});

test('A check that expected nothing is broken', async () => {
  await expect(run((stage) => stage.target.create().then(() => undefined))).rejects.toMatchObject({
    code: 'check',
    message: expect.stringContaining('passed on nothing'),
  });
});

test('A check in which nobody did anything is broken', async () => {
  const idle = run(async (stage) => stage.expect({ holds: true, message: 'it did not hold' }));
  await expect(idle).rejects.toMatchObject({
    code: 'check',
    message: expect.stringContaining('passed on nothing'),
  });
});

test('A check that does not say what it expects is broken, also where it holds', async () => {
  const silent = run(async (stage) => {
    await something(stage);
    stage.expect({ holds: true, message: '' });
  });
  await expect(silent).rejects.toMatchObject({
    code: 'check',
    message: expect.stringMatching(/^"It holds" expects something/),
  });
});

test('A check that the system makes impossible is blocked, with the reason', async () => {
  const blocked = await run(async () => {
    throw new Blocked('Globex refuses the record: no.');
  });
  expect(blocked).toMatchObject({ verdict: 'blocked', reason: 'Globex refuses the record: no.' });
});

test('What a system says as it refuses is told without its secrets', async () => {
  const gate = redactor([{ name: 'clientSecret', value: 'hunter2-hunter2' }]);
  const refuse = async (): Promise<void> => {
    throw new Blocked('Globex refuses the record: hunter2-hunter2 is in use.');
  };
  const { reason } = await run(refuse, { gate });
  expect(reason).not.toContain('hunter2');
  expect(reason).toContain('Globex refuses the record');
});

test('A request that belongs to neither system blocks it, though all else held', async () => {
  const { verdict, reason } = await run((stage) => something(stage), {
    strays: ['GET https://example.test/'],
  });
  expect(verdict).toBe('blocked');
  expect(reason).toContain('GET https://example.test/');
});

test('A twin that broke is no verdict on the engine', async () => {
  const broken = run((stage) => something(stage), { defects: [new Error('twin')] });
  await expect(broken).rejects.toMatchObject({
    code: 'check',
    message: 'A twin broke instead of answering.',
    cause: expect.objectContaining({ message: 'twin' }),
  });
});

test('An engine that throws is no broken promise', async () => {
  const { engine } = testWorld().world;
  const cycle = (): Promise<never> => Promise.reject(new Error('the engine died'));
  const dead = run((stage) => stage.cycle(), { engine: { ...engine, cycle } });
  await expect(dead).rejects.toThrow('the engine died');
});

test('An engine that came to no point where it could be judged makes it inconclusive, with the reason', async () => {
  const { engine } = testWorld().world;
  const cycle = (): Promise<never> => Promise.reject(new Inconclusive('It never came to rest.'));
  const ending = await run((stage) => stage.cycle(), { engine: { ...engine, cycle } });
  expect(ending).toMatchObject({ verdict: 'inconclusive', reason: 'It never came to rest.' });
});

test('What only a word of the engine could excuse keeps one that offers no report from passing', async () => {
  const { engine } = testWorld().world;
  const silent: World['engine'] = { ...engine, cycle: async () => silence };
  const play: Check['play'] = async (stage) => {
    await stage.source.create();
    stage.expect({ holds: true, message: 'it did not hold' });
    await stage.rest();
  };
  const { verdict, reason } = await run(play, { engine: silent });
  expect(verdict).toBe('blocked');
  expect(reason).toContain('offers no report that could say why (I12 nothing forgotten)');
  const failing: Check['play'] = async (stage) => {
    await play(stage, { bench: stage.bench });
    stage.expect({ holds: false, message: 'it did not hold' });
  };
  expect(await run(failing, { engine: silent })).toMatchObject({ verdict: 'failed' });
});
