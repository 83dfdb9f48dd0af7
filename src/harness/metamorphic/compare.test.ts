import { expect, test } from 'vitest';
import { invariants } from '../invariants/judge.ts';
import { made, testWorld } from '../test-world.ts';
import { compare, type WorldSetting } from './compare.ts';
import type { Relation } from './relations.ts';
import type { Story } from './story.ts';

const story: Story = [{ kind: 'create' }, { kind: 'cycle' }];

/** Three twists: one that changes nothing, one under which the engine's clock is ahead, and one that never strikes. */
const relation: Relation = {
  name: 'M2 clock and zone',
  twists: (plain) => [
    { what: 'nothing is other', story: plain.story, circumstances: {} },
    { what: 'the clock is ahead', story: plain.story, circumstances: { skewMs: 5 } },
    { what: 'nothing strikes', story: plain.story, circumstances: { faults: [] } },
  ],
};

/** What comes of a comparison where the engine makes counterparts that bear this name. */
async function compared(nameOf: (setting: WorldSetting) => string | undefined) {
  const settings: WorldSetting[] = [];
  const { violations, twisted } = await compare([relation], {
    inWorld: async (setting, work) => {
      settings.push(setting);
      const { world, change } = testWorld();
      const name = nameOf(setting);
      const cycle: typeof world.engine.cycle = async () => {
        const [id] = await world.parties.source.ids('Customers');
        const [counterpart] = await world.parties.target.ids('Contact');
        if (id !== undefined && counterpart === undefined && name !== undefined) {
          change({ ...made, id: '9', fields: { fullName: name } });
        }
        return { problems: [], conflicts: [] };
      };
      return work({ ...world, lawsOff: setting.lawsOff, engine: { ...world.engine, cycle } });
    },
    ...{ story, seed: 3 },
  });
  return { violations, twisted, settings };
}

test('A story that ends the same way breaks nothing; its world is made anew, and no law judged', async () => {
  const { violations, twisted, settings } = await compared(() => 'Ada Lovelace');
  expect(violations).toEqual([]);
  expect(twisted).toEqual({ [relation.name]: 2 });
  const lawsOff = new Set(invariants.map(({ law }) => law));
  expect(settings).toEqual([
    { seed: 3, lawsOff },
    { seed: 3, lawsOff },
    { seed: 3, lawsOff, skewMs: 5 },
    { seed: 3, lawsOff, faults: [] },
  ]);
});

test('The first fact that is other than it was breaks the relation', async () => {
  const { violations } = await compared(({ skewMs }) =>
    skewMs === undefined ? 'Ada Lovelace' : 'Eve Adams',
  );
  expect(violations).toEqual([
    {
      law: 'M2 clock and zone',
      message: 'the story ends otherwise where the clock is ahead',
      expected: expect.stringContaining('fullName = #1'),
      found: expect.stringContaining('fullName = what nobody typed: Eve Adams'),
    },
  ]);
});

test('A story in which nothing is linked is none', async () => {
  await expect(compared(() => undefined)).rejects.toMatchObject({
    code: 'check',
    message: expect.stringContaining('Nothing is linked'),
  });
});
