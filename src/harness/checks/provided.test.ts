import { expect, test } from 'vitest';
import type { Provided } from '../../settings.ts';
import { testStage } from '../test-stage.ts';
import { expectProvided } from './provided.ts';

const pair = { sourceId: '1', targetId: '1' };

/** What is expected of a value that the settings give a new counterpart, which holds `alias`. */
async function judged(provided: Provided | undefined, alias: string | null): Promise<void> {
  const settings = provided === undefined ? {} : { provide: { alias: provided } };
  const { stage } = testStage({ settings });
  await stage.source.create({ name: 'Ada', city: 'Oslo' });
  await stage.target.create(alias === null ? {} : { alias });
  await expectProvided(stage, pair);
}

test.each<[Provided, string]>([
  [{ kind: 'constant', value: 'A-1' }, 'A-1'],
  [{ kind: 'copy', property: 'city' }, 'Oslo'],
  [{ kind: 'marker', prefix: 'CRM-' }, 'CRM-1'],
])('What the settings give a new counterpart is expected there: %j', async (provided, value) => {
  await expect(judged(provided, value)).resolves.toBeUndefined();
  await expect(judged(provided, 'else')).rejects.toMatchObject({
    violation: {
      message: 'alias of the new Globex Contact is not what the settings say',
      expected: JSON.stringify(value),
      found: '"else"',
    },
  });
  await expect(judged(provided, null)).rejects.toMatchObject({ violation: { found: 'null' } });
});

test('A copy of what is empty is empty', async () => {
  const copied = { kind: 'copy', property: 'remark' } as const;
  await expect(judged(copied, null)).resolves.toBeUndefined();
  await expect(judged(copied, 'else')).rejects.toThrow('is not what the settings say');
});

test.each<Provided | undefined>([
  undefined,
  { kind: 'linked', section: 'A to B', property: 'id' },
  { kind: 'referred', section: 'A to B', property: 'city' },
])('What other records give it is left to their own checks: %j', async (provided) => {
  await expect(judged(provided, 'else')).resolves.toBeUndefined();
});
