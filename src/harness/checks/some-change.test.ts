import { expect, test } from 'vitest';
import { customersSection } from '../test-sections.ts';
import { testStage } from '../test-stage.ts';
import { someChange } from './some-change.ts';

test('What is carried is edited on the side where somebody works, and expected on the other', async () => {
  const { stage } = testStage();
  const pair = {
    sourceId: await stage.source.create({ name: 'Ada' }),
    targetId: await stage.target.create({ fullName: 'Ada' }),
  };
  const holds = await someChange(stage, { pair, side: 'target' });
  const typed = await stage.target.value(pair.targetId, 'fullName');
  expect(typed).not.toBe('Ada');
  await expect(holds()).rejects.toThrow('the edit of fullName did not reach name');
  await stage.source.edit(pair.sourceId, { name: typed });
  await expect(holds()).resolves.toBeUndefined();
});

test('Where nothing is carried a new record is made, and its counterpart expected', async () => {
  const { stage } = testStage({ sections: [customersSection({ properties: [] })] });
  const pair = { sourceId: await stage.source.create(), targetId: await stage.target.create() };
  const holds = await someChange(stage, { pair, side: 'target' });
  expect(await stage.world.parties.source.ids('Customers')).toEqual(['1', '2']);
  await expect(holds()).rejects.toThrow('Acme Customers 2 has no Globex Contact');
});
