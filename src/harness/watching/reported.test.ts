import { expect, test } from 'vitest';
import type { EngineReport, ReportedRecord } from '../system-under-test.ts';
import { testBench } from '../test-bench.ts';
import { testWorld } from '../test-world.ts';
import { isMeant, problemOf, recordsOf, reportInWords } from './reported.ts';

const customer = { side: 'source', entity: 'Customers', id: '1' } as const;
const records = recordsOf(testBench({}), { sourceId: '1', targetId: '9' });

const about = (...named: readonly (ReportedRecord | undefined)[]): EngineReport => ({
  problems: named.map((record) => ({
    ...{ kind: 'failed', reason: `no. ${record?.id}` },
    ...(record === undefined ? {} : { record }),
  })),
  conflicts: [],
});

test('Both records of a pair may be named', () => {
  expect(records).toEqual([customer, { side: 'target', entity: 'Contact', id: '9' }]);
});

test('A record is meant by its side and its id, and by its entity where that is said', () => {
  expect(isMeant(customer, customer)).toBe(true);
  expect(isMeant({ side: 'source', id: '1' }, customer)).toBe(true);
  expect(isMeant(undefined, customer)).toBe(false);
  for (const other of [{ side: 'target' }, { id: '2' }, { entity: 'Orders' }] as const) {
    expect(isMeant({ ...customer, ...other }, customer)).toBe(false);
  }
});

test('Of a pair the first problem counts that names one of the two', () => {
  const [, contact] = records;
  const report = about(undefined, { side: 'source', id: '7' }, contact, customer);
  expect(problemOf({ report }, records)?.reason).toBe('no. 9');
  expect(problemOf({ report: about(undefined) }, records)).toBeUndefined();
});

/** What is said after passes with these reports, of which some had a request that failed. */
async function said(...passes: readonly (readonly [report: EngineReport, failed: boolean])[]) {
  const told = testWorld();
  let scene = await told.scene();
  for (const [report, failed] of passes) {
    if (failed) told.request({ status: 503 });
    scene = await told.scene({ report });
  }
  return reportInWords(scene.told, records);
}

test('It is told for how long something is only reported, and when anything last failed', async () => {
  const [silent, open] = [about(), about(customer)];
  expect(await said()).toBe('the engine reports nothing');
  expect(await said([open, false], [silent, false])).toBe('the engine reports nothing');
  const words = (reported: string, calm: string) =>
    `the engine has only reported it, for ${reported} now ("failed": no. 1): nothing that is known stands in the way, and nothing failed in the last ${calm}, so that it was not tried`;
  expect(await said([open, false], [open, true], [open, false])).toBe(words('3 passes', '1 pass'));
  expect(await said([silent, true], [silent, false], [open, false])).toBe(
    words('1 pass', '2 passes'),
  );
});
