import { expect, test } from 'vitest';
import { createBench, signIn } from '../bench.ts';

test('the contract has the names that are known (apis.md 4.1), and says which ones are not', () => {
  const { contract } = createBench().crm;
  const names = contract.entities.map(({ name, properties }) => [
    name,
    properties.map((property) => property.name),
  ]);
  expect(Object.fromEntries(names)).toMatchObject({
    Activities: expect.arrayContaining([
      'subject',
      'startsAt',
      'endsAt',
      'ownerId',
      'address.country',
    ]),
    Contacts: expect.arrayContaining([
      'givenName',
      'familyName',
      'directPhone',
      'mobilePhone',
      'company.id',
    ]),
    Companies: expect.arrayContaining(['postAddress.postCode', 'visitAddress.streetAddress']),
  });
  const email = contract.entities[1]?.properties.find(({ name }) => name === 'email');
  expect(email).toMatchObject({ type: 'string', required: false, assumed: expect.any(String) });
  expect(contract.entities.map(({ modifiedAt }) => modifiedAt)).toEqual([
    'modifiedAt',
    'modifiedAt',
    'modifiedAt',
  ]);
});

test('a person and the API write the same records, told apart in the ledger only', async () => {
  const bench = createBench();
  const { party } = bench.crm;
  const crm = await signIn(bench.fetch, bench.crm);
  expect(await party.create('Companies', { name: 'Bø AS' })).toEqual({ ok: true, id: '1007' });
  await crm('/companies', { method: 'POST', json: { name: 'Ås AS' } });
  await party.edit('Companies', '1008', { name: 'Ås & Sønn' });
  expect(await party.read('Companies', '1008')).toMatchObject({ id: '1008', name: 'Ås & Sønn' });
  expect(await party.ids('Companies')).toEqual(['1007', '1008']);
  await party.remove('Companies', '1007');
  expect(bench.changes().map(({ author, action, id }) => [author, action, id])).toEqual([
    ['user', 'create', '1007'],
    ['engine', 'create', '1008'],
    ['user', 'update', '1008'],
    ['user', 'delete', '1007'],
  ]);
});

test('what a person cannot do is refused, not thrown', async () => {
  const { party } = createBench().crm;
  expect(await party.create('Invoices', {})).toMatchObject({ ok: false });
  expect(await party.create('Contacts', { nope: 'x' })).toMatchObject({ ok: false });
  expect(await party.edit('Contacts', '1', { email: 'x' })).toMatchObject({ ok: false });
  expect(await party.remove('Contacts', '1')).toMatchObject({ ok: false });
  expect(await party.read('Contacts', '1')).toBeUndefined();
  expect(await party.read('Invoices', '1')).toBeUndefined();
  expect(await party.ids('Invoices')).toEqual([]);
});
