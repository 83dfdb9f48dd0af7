import { describe, expect, inject, test } from 'vitest';
import { faultyEngines } from '../../fixtures/faulty-engines/all.ts';
import { invariants } from '../../src/harness/invariants/judge.ts';
import { referenceEngine } from '../../src/sync/engine-under-test.ts';
import { played, sceneOf } from './scene.ts';

/** All laws but what the checks themselves expect. */
const lawsOff = new Set(invariants.map(({ law }) => law));

describe.for(faultyEngines)('$name: $fault', (engine) => {
  describe.for(engine.caught)('$promise, $check', (alarm) => {
    const scene = sceneOf(alarm);
    const seed = inject('seed');

    test(`is failed by ${alarm.laws.join(' or ')}`, async ({ annotate }) => {
      const { verdict, reason, violation } = await played(scene, { engine, seed });
      expect({ verdict, reason }).toMatchObject({ verdict: 'failed' });
      const isOwn = violation?.law === scene.check.title(scene.subject);
      const rang = isOwn ? alarm.check : violation?.law;
      await annotate(`${rang}: ${reason}`);
      expect(alarm.laws, reason).toContain(rang);
    });

    test('is passed by the reference engine', async () => {
      const { verdict, reason } = await played(scene, { engine: referenceEngine, seed });
      expect({ verdict, reason }).toMatchObject({ verdict: 'passed' });
    });

    // What only invariants tell would be nobody's word where one of them is blind.
    const { says } = alarm;
    if (says === undefined) return;
    test(`is told by the check itself: ${says}`, async () => {
      const { verdict, reason, violation } = await played(scene, { engine, seed, lawsOff });
      expect({ verdict, reason }).toMatchObject({ verdict: 'failed' });
      expect(reason).toContain(says);
      expect(violation).not.toMatchObject({ expected: '' });
      expect(violation).not.toMatchObject({ found: '' });
    });
  });
});
