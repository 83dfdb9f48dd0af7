import { expect, test } from 'vitest';
import { born, made, testWorld } from '../test-world.ts';
import { isMeant, problemOf, recordsOf, reportInWords, type SidedRecord } from './reported.ts';

const customer: SidedRecord = { side: 'source', entity: 'Customers', id: '1' };

test('a report means the record whose side, id and entity it names, or all entities’ where it names none', () => {
  expect(isMeant({ side: 'source', id: '1' }, customer)).toBe(true);
  expect(isMeant({ side: 'source', entity: 'Customers', id: '1' }, customer)).toBe(true);
  expect(isMeant({ side: 'source', entity: 'Orders', id: '1' }, customer)).toBe(false);
  expect(isMeant({ side: 'target', id: '1' }, customer)).toBe(false);
  expect(isMeant({ side: 'source', id: '2' }, customer)).toBe(false);
  expect(isMeant(undefined, customer)).toBe(false);
});

const refused = {
  kind: 'refused',
  reason: 'no name',
  record: { side: 'source', id: '1' },
} as const;

test('a pair is reported by either of its records', async () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { name: 'Ada' } });
  told.change({ ...made, id: '9', fields: { fullName: 'Ada' } });
  const { pairings } = await told.scene();
  const [pairing] = pairings;
  const pair = { sourceId: '1', targetId: '9' };
  const records = pairing === undefined ? [] : recordsOf(pairing.bench, pair);
  expect(records).toEqual([customer, { side: 'target', entity: 'Contact', id: '9' }]);
  const report = { conflicts: [], problems: [refused] };
  expect(problemOf({ report }, records)).toBe(refused);
  expect(problemOf({ report }, records.slice(1))).toBeUndefined();
});

test('what was only reported is told with its words and for how long, and nothing where it is reported no more', async () => {
  const told = testWorld();
  const quiet = { problems: [], conflicts: [] };
  const report = { ...quiet, problems: [refused] };
  told.request({ status: 503 });
  await told.scene({ report });
  await told.scene({ report });
  const { told: tellings } = await told.scene({ report });
  expect(reportInWords(tellings, [customer])).toBe(
    'the engine has only reported it, for 3 passes now ("refused": no name): nothing that is known stands in the way, and nothing failed in the last 2 passes, so that it was not tried',
  );
  expect(reportInWords(tellings, [{ ...customer, id: '2' }])).toBe('the engine reports nothing');
  expect(reportInWords([], [customer])).toBe('the engine reports nothing');
  const after = await told.scene({ report: quiet });
  expect(reportInWords(after.told, [customer])).toBe('the engine reports nothing');
  const again = await told.scene({ report });
  expect(reportInWords(again.told, [customer])).toContain('for 1 pass now');
});
