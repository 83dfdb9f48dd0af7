import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import { testWorld } from '../test-world.ts';
import { consents } from './consents.ts';

/** A pair whose town and city say yes or no to something, as they were when it was made. */
function answered(source: boolean | null, target: boolean | null) {
  const heading = 'Acme Customers to Globex Contact';
  const sections = { [heading]: { consent: ['city'] } };
  const told = testWorld({ ...defaultSettings, sections });
  const name = 'Ada Lovelace';
  const made = { fullName: name, ...(target === null ? {} : { town: target }) };
  told.change({
    ...{ by: 'user', side: 'source', id: '1', action: 'create' },
    fields: { name, city: source },
  });
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: made });
  const say = (by: 'user' | 'engine', side: 'source' | 'target', value: boolean): void => {
    const [id, property] = side === 'source' ? ['1', 'city'] : ['9', 'town'];
    told.change({ by, side, id, fields: { [property]: value } });
  };
  return { say, judged: async () => consents.judge(await told.scene()) };
}

test('A no that is carried, and a yes of a person who could see it, break nothing', async () => {
  const { say, judged } = answered(false, false);
  say('user', 'target', true);
  say('engine', 'source', true);
  say('user', 'source', false);
  say('engine', 'target', false);
  expect(await judged()).toEqual([]);
});

test('A no that a new counterpart does not have breaks it', async () => {
  expect(await answered(false, null).judged()).toMatchObject([{ law: 'I14 a no stays a no' }]);
  expect(await answered(false, true).judged()).toHaveLength(1);
});

test('A no that gives way to a yes of somebody who could not see it breaks it', async () => {
  const { say, judged } = answered(true, true);
  say('user', 'target', false);
  say('engine', 'target', true);
  expect(await judged()).toHaveLength(1);
});
