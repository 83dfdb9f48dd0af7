import { expect, inject, test } from 'vitest';
import type { SystemContract } from '../../src/checklist/contract.ts';
import { runCheck } from '../../src/harness/stage/run-check.ts';
import type { EngineUnderTest } from '../../src/sync/engine-under-test.ts';
import { write } from '../../src/sync/write.ts';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { playable, subjectOf } from '../subject.ts';
import { contractsOf, createWorld } from '../world.ts';

const { target } = contractsOf(ours.kinds);

/** What a new record of an entity must have. */
function required(entity: string): readonly string[] {
  const known: SystemContract['entities'][number] | undefined = target.entities.find(
    ({ name }) => name === entity,
  );
  return (known?.properties ?? []).filter((each) => each.required).map(({ name }) => name);
}

/** An engine that validates before it sends: it never asks for what it knows to be refused. */
const foreseeing: EngineUnderTest = {
  name: 'foreseeing',
  change: (config) => ({
    ...config,
    parts: {
      write: async (intent) => {
        if (intent.kind === 'update') return write(intent);
        const { properties } = intent;
        const missing = required(intent.record.entity).find((name) => !properties[name]);
        return missing === undefined
          ? write(intent)
          : { kind: 'failed', reason: `there is no ${missing}` };
      },
    },
  }),
};

test('an engine that foresees a refusal and never asks is as right as one that asks', async () => {
  const scenes = ours.dataflow.sections.flatMap((section) =>
    section.requirements.flatMap((requirement) => {
      const subject = subjectOf(ours, section, requirement);
      const checks = playable(ours, { requirement, subject });
      return checks.map((check) => ({ check, subject }));
    }),
  );
  const scene = scenes.find(({ check: { id } }) => id === 'nameless-activity-is-reported');
  if (scene === undefined) throw new Error('our own document has no such check any more');
  const world = await createWorld({ ...ours, engine: foreseeing, seed: inject('seed') });
  const { verdict, reason } = await runCheck({ world, ...scene });
  expect({ verdict, reason }).toMatchObject({ verdict: 'passed' });
  const creates = world.ledger.entries.filter(
    (entry) => entry.kind === 'request' && entry.mutating && entry.refused,
  );
  expect(creates, 'it has never asked for what was refused').toEqual([]);
});
