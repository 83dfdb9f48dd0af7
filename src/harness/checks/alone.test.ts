import { expect, test } from 'vitest';
import { testStage } from '../test-stage.ts';
import { made } from '../test-world.ts';
import { expectAlone } from './alone.ts';

test('A record is alone until something is made for it', async () => {
  const { stage, change } = testStage();
  const id = await stage.source.create({ name: 'Ada Lovelace' });
  await stage.cycle();
  await expect(expectAlone(stage, id)).resolves.toBeUndefined();
  change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } });
  await stage.cycle();
  await expect(expectAlone(stage, id)).rejects.toThrow(
    'Acme Customers 1 was given a record of Globex Contact, which it is not promised',
  );
});
