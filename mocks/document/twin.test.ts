import { expect, test } from 'vitest';
import { createBench, signIn } from '../bench.ts';
import { twinFetch } from '../http/fetch.ts';
import type { Twin } from '../twin.ts';
import type { DocumentEntity } from './entities.ts';
import { createDocumentTwin } from './twin.ts';

function twinOf(system: string, entities: readonly DocumentEntity[]): Twin {
  return createDocumentTwin({ ...createBench().options, system, entities });
}

const entity = (name: string, ...properties: DocumentEntity['properties']): DocumentEntity => ({
  name,
  properties,
});

test('the twin is found at its system’s name', () => {
  expect(twinOf('24 Seven (Test)', []).baseUrl).toBe('https://24-seven-test.test');
  expect(twinOf('', []).baseUrl).toBe('https://system.test');
  expect(twinOf('Økonomi', []).baseUrl).toBe('https://xn--konomi-9xa.test');
});

test('every property type is kept as it was sent, and wrong types are refused', async () => {
  const all = [
    ['string', 'é', 1],
    ['integer', 7, 7.5],
    ['decimal', 7.5, '7.5'],
    ['boolean', false, 0],
    ['date', '2026-03-29', '2026-02-30'],
    ['stamp', '2026-03-29T01:00:00+02:00', '2026-03-29'],
    ['enum', 3, 'x'],
    ['list', ['a', 1], [null]],
  ] as const;
  const properties = all.map(([type]) => ({ name: `x.${type}`, type }));
  const twin = twinOf('Any', [entity('Sales Orders (open)', ...properties)]);
  const call = await signIn(twinFetch([twin]).fetch, twin);
  const path = '/sales-orders-open';
  const right = Object.fromEntries(all.map(([type, value]) => [type, value]));
  const made = await call(path, { method: 'POST', json: { x: right } });
  expect(made.body).toMatchObject({ id: '1001', x: right });
  for (const [type, , wrong] of all) {
    const refused = await call(path, { method: 'POST', json: { x: { [type]: wrong } } });
    expect([type, refused.status]).toEqual([type, 422]);
  }
  expect(
    ((await call(`${path}?x.boolean=false&x.decimal=7.5`)).body as { total: number }).total,
  ).toBe(1);
});

test('a property that continues another one’s name is kept beside it', async () => {
  const twin = twinOf('Any', [
    entity('A', { name: 'country', type: 'string' }, { name: 'country.id', type: 'integer' }),
  ]);
  const call = await signIn(twinFetch([twin]).fetch, twin);
  const json = { country: 'NO', 'country.id': 47 };
  expect((await call('/a', { method: 'POST', json })).body).toMatchObject(json);
});

test('a document’s own id and stamps are the system’s', () => {
  const properties = [{ name: 'id', type: 'integer' as const }];
  const [plain] = twinOf('Any', [entity('A', ...properties)]).contract.entities;
  expect(plain?.properties.filter(({ name }) => name === 'id')).toMatchObject([
    { type: 'string', readOnly: true },
  ]);
});

test('entities that paths cannot tell apart are refused', () => {
  expect(() => twinOf('Any', [entity('Type 1'), entity('Type (1)')])).toThrow('Type 1, Type (1)');
});

test('a line keeps its id while it is sent with it, and any other is a new one', async () => {
  const twin = twinOf('Any', [entity('A', { name: 'rows', type: 'lines' })]);
  const call = await signIn(twinFetch([twin]).fetch, twin);
  const made = await call('/a', { method: 'POST', json: { rows: [{ x: 1 }, { id: '9', x: 2 }] } });
  expect(made.body).toMatchObject({
    rows: [
      { id: 'L1', x: 1 },
      { id: 'L2', x: 2 },
    ],
  });
  const patch = (rows: unknown) =>
    call('/a/1001', {
      method: 'PATCH',
      body: JSON.stringify({ rows }),
      headers: { 'content-type': 'application/merge-patch+json' },
    });
  const edited = await patch([{ id: 'L2', x: 3 }, { x: 4 }]);
  expect(edited.body).toMatchObject({
    rows: [
      { id: 'L2', x: 3 },
      { id: 'L3', x: 4 },
    ],
  });
  expect((await patch(['x'])).status).toBe(422);
});

test('an enum takes its options only, unless others may be added to it', async () => {
  const twin = twinOf('Any', [
    entity(
      'A',
      { name: 'closed', type: 'enum', values: [1, 2] },
      { name: 'open', type: 'enum', values: [1, 2], open: true },
    ),
  ]);
  const call = await signIn(twinFetch([twin]).fetch, twin);
  const status = async (json: unknown) => (await call('/a', { method: 'POST', json })).status;
  expect([await status({ closed: 3 }), await status({ open: 3 })]).toEqual([422, 201]);
  const [known] = twin.contract.entities;
  const enums = known?.properties.filter(({ type }) => type === 'enum');
  expect(enums).toMatchObject([{ values: [1, 2] }, { values: [1, 2] }]);
});
