import { afterEach, beforeAll, expect, test } from 'vitest';
import * as wire from '../../fixtures/exchanges/plain-rest.ts';
import { virtualClock } from '../../src/clock.ts';
import { collect } from '../../src/systems/collect.ts';
import { documentSystem } from '../../src/systems/document/system.ts';
import { entityOf, morning } from './clients.ts';
import { answering, closeNetwork, leftOver, play } from './wire.ts';

const { baseUrl } = wire;
const clock = virtualClock(morning);

beforeAll(closeNetwork);
afterEach(() => {
  expect(leftOver()).toEqual([]);
});

function connect() {
  return documentSystem({ system: 'Acme', baseUrl, ...wire.client, fetch, clock });
}

test('any entity that a document names is a collection by its slug', async () => {
  const orders = {
    ...wire.noCompanies,
    request: { ...wire.noCompanies.request, target: '/sales-orders-open?limit=500' },
  };
  play(baseUrl, wire.token, orders);
  const port = entityOf(connect(), 'Sales Orders (open)');
  expect(await collect(port.list())).toEqual([]);
});

test('a name without a letter is no collection', () => {
  expect(connect().entity('--')).toBeUndefined();
});

test('messages name the system as the document does', async () => {
  play(baseUrl, wire.token, answering(wire.noCompanies, { status: 500 }));
  const companies = entityOf(connect(), 'Companies');
  await expect(collect(companies.list())).rejects.toMatchObject({
    message: 'Acme gave no usable answer: GET /companies answered 500',
  });
});
