import { expect, test } from 'vitest';
import { createLedger } from './ledger.ts';

const arrival = { system: 'S', method: 'POST', url: '/x', mutating: true, request: '{}' };

test('requests and changes share one order', () => {
  const ledger = createLedger({ clock: { now: () => 5 } });
  const seq = ledger.arrive(arrival);
  ledger.change({
    ...{ system: 'S', entity: 'E', id: '1', action: 'create', author: 'engine' },
    request: seq,
    fields: {},
  });
  ledger.end(seq, { status: 200, response: 'ok', refused: false });
  expect(ledger.entries).toMatchObject([
    { kind: 'request', seq: 1, at: 5, status: 200, response: 'ok' },
    { kind: 'change', seq: 2, at: 5, request: 1 },
  ]);
});

test('only a request that arrived can end', () => {
  const ledger = createLedger({ clock: { now: () => 0 } });
  expect(() => ledger.end(1, { status: 200, response: '', refused: false })).toThrow();
});
