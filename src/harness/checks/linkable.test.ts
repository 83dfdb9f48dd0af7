import { expect, test } from 'vitest';
import type { RequirementKind } from '../../dataflow/dataflow.ts';
import { Blocked } from '../broken-promise.ts';
import type { Stage } from '../stage/stage.ts';
import { testBench } from '../test-bench.ts';
import { customersSection } from '../test-sections.ts';
import { testStage } from '../test-stage.ts';
import { drawn, newLinkable, newMatch, referTo, tellingRows } from './linkable.ts';

const key = { source: 'name', target: 'fullName', line: 2 };

interface Given {
  readonly opening?: RequirementKind;
  readonly keys?: readonly (typeof key)[];
}

/** A stage on which records of Customers are made of people whose names are counted. */
function stageOf({ opening = 'every', keys = [] }: Given): Stage {
  const requirements = [{ id: 'opening', kind: opening, line: 2, text: '' }];
  let made = 0;
  const source = () => {
    made += 1;
    return { name: `Ada ${made}` };
  };
  const { stage } = testStage({
    sections: [customersSection({ requirements, mergeOn: keys })],
    world: { newRecord: { source, target: () => ({ fullName: 'Alan Turing' }) } },
  });
  return stage;
}

test('Where every record is linked any record will do', async () => {
  const stage = stageOf({});
  expect(await stage.source.read(await newLinkable(stage))).toEqual({ name: 'Ada 1' });
  expect(stage.world.ledger.entries).toHaveLength(1);
});

test('Where only what matches is linked, a match is made on the other side', async () => {
  const stage = stageOf({ opening: 'link-first', keys: [key] });
  await newLinkable(stage);
  expect(await stage.target.read('1')).toMatchObject({ fullName: 'Ada 1' });
});

test('Where nothing can be linked it is said so', async () => {
  const nothing = newLinkable(stageOf({ opening: 'link-first' }));
  await expect(nothing).rejects.toThrow(Blocked);
  await expect(nothing).rejects.toThrow('would link');
  const unknown = { ...key, target: 'nothing' };
  const untold = newLinkable(stageOf({ opening: 'link-first', keys: [unknown] }));
  await expect(untold).rejects.toThrow(Blocked);
});

test('Records are drawn until one fits, and not for ever', () => {
  const stage = stageOf({});
  expect(drawn(stage, ({ name }) => name === 'Ada 200')).toEqual({ name: 'Ada 200' });
  expect(() => drawn(stage, ({ name }) => name === 'Ada 401')).toThrow(
    'Of 200 records drawn none was as the condition wants it',
  );
});

test('A record to which nothing refers by the settings cannot be referred to', async () => {
  const referred = referTo(stageOf({}), '1');
  await expect(referred).rejects.toThrow(Blocked);
  await expect(referred).rejects.toThrow('name no record that refers to it');
});

test('Two records match by the value that the source record got', async () => {
  const stage = stageOf({});
  const { sourceId, targetId } = await newMatch(stage, key);
  const name = await stage.source.value(sourceId, 'name');
  expect(await stage.target.value(targetId, 'fullName')).toBe(name);
});

test.each([
  ['string', true],
  ['integer', true],
  ['decimal', true],
  ['boolean', false],
  ['list', false],
] as const)('Values of the type %s tell records apart: %s', (type, is) => {
  const bench = testBench({ properties: { name: { type } }, mergeOn: ['name'] });
  expect(tellingRows(bench)).toHaveLength(is ? 1 : 0);
});

test('What nobody can type in, or no API knows, tells no records apart', () => {
  const bench = testBench({ properties: { name: { readOnly: true } } });
  const row = (source: string, target: string) => ({ source, target, line: 2 });
  const mergeOn = [row('name', 'name'), row('remark', 'nothing'), row('nothing', 'remark')];
  expect(tellingRows({ ...bench, mergeOn })).toEqual([]);
  const told = row('remark', 'remark');
  expect(tellingRows({ ...bench, mergeOn: [...mergeOn, told] })).toEqual([told]);
});
