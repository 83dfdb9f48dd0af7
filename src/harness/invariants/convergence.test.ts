import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import type { ReportedRecord } from '../system-under-test.ts';
import { customersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { convergence } from './convergence.ts';

const resting = { restingSince: 0 };

function linkedWith(town: string) {
  const told = testWorld();
  const city = 'Trondheim';
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { city } });
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: { town: city } });
  told.change({ by: 'user', side: 'target', id: '9', fields: { town } });
  return told;
}

test('A pair that says the same converges', async () => {
  expect(await convergence.judge(await linkedWith('Trondheim').scene(resting))).toEqual([]);
});

test('A pair that differs at rest breaks it, and the message names both records', async () => {
  const [violation] = await convergence.judge(await linkedWith('Oslo').scene(resting));
  expect(violation).toMatchObject({
    law: 'I1 convergence',
    message: expect.stringMatching(/city of Acme Customers 1 and town of Globex Contact 9/),
    expected: '"Trondheim"',
    found: '"Oslo"',
  });
});

test('Before it is at rest a pair may differ', async () => {
  expect(await convergence.judge(await linkedWith('Oslo').scene())).toEqual([]);
});

/** What breaks the law after so many passes in which the engine reports the pair and all goes well. */
async function brokenAfter(passes: number, told: TestWorld, record: ReportedRecord) {
  const problem = { kind: 'refused', reason: 'no', record };
  const moment = { ...resting, report: { problems: [problem], conflicts: [] } };
  for (let pass = 1; pass < passes; pass += 1) await told.scene(moment);
  return convergence.judge(await told.scene(moment));
}

const { quietCycles, sweepEvery } = defaultSettings;
const source = { side: 'source', id: '1' } as const;

test('A difference that the engine reports is no silent one for as long as it may take to settle', async () => {
  for (const record of [source, { side: 'target', id: '9' } as const]) {
    expect(await brokenAfter(quietCycles, linkedWith('Oslo'), record)).toEqual([]);
    expect(await brokenAfter(quietCycles + 1, linkedWith('Oslo'), record)).toMatchObject([
      {
        message: expect.stringMatching(
          /differ, and the engine has only reported it, for 4 passes now \("refused": no\).*nothing failed in the last 4 passes/,
        ),
      },
    ]);
  }
});

test('A request that went wrong excuses until everything has been listed once more', async () => {
  const after = async (passes: number) => {
    const told = linkedWith('Oslo');
    told.request({ status: 503 });
    return brokenAfter(passes, told, source);
  };
  expect(await after(sweepEvery + 1)).toEqual([]);
  expect(await after(sweepEvery + 2)).toHaveLength(1);
});

test('A report of another entity’s record with the same id excuses no difference', async () => {
  expect(await brokenAfter(1, linkedWith('Oslo'), { ...source, entity: 'Orders' })).toMatchObject([
    { message: expect.stringContaining('the engine reports nothing') },
  ]);
});

test('A value that the other side cannot hold may be reported for ever, and one that it can may not', async () => {
  const row = { source: 'name', target: 'alias', type: '"string"', line: 3 };
  const after = (name: string) => {
    const told = testWorld(defaultSettings, [customersSection({ properties: [row] })]);
    told.change({ ...born, id: '1', fields: { name: 'Ada L' } });
    told.change({ ...made, id: '9', fields: { alias: 'Ada L' } });
    told.change({ by: 'user', side: 'source', id: '1', fields: { name } });
    return brokenAfter(sweepEvery + quietCycles, told, source);
  };
  expect(await after('Ada Lovelace')).toEqual([]);
  expect(await after('Ada')).toHaveLength(1);
});

test('Where one side is only read, an edit of it must reach the other, but not over what was typed there', async () => {
  const heading = customersSection().heading;
  const after = (
    edits: readonly ('source' | 'target')[],
    share: { source?: false; target?: false },
  ) => {
    const told = testWorld({ ...defaultSettings, sections: { [heading]: { share } } });
    told.change({ ...born, id: '1', fields: { city: 'Trondheim' } });
    told.change({ ...made, id: '9', fields: { town: 'Trondheim' } });
    for (const side of edits) {
      const named =
        side === 'source'
          ? { id: '1', fields: { city: 'Oslo' } }
          : { id: '9', fields: { town: 'Moss' } };
      told.change({ by: 'user', side, ...named });
    }
    return told.scene(resting).then(convergence.judge);
  };
  expect(await after(['source'], { source: false })).toHaveLength(1);
  expect(await after(['target'], { source: false })).toEqual([]);
  expect(await after(['target', 'source'], { source: false })).toEqual([]);
  expect(await after(['target'], { target: false })).toHaveLength(1);
  expect(await after(['source'], { target: false })).toEqual([]);
  expect(await after(['target', 'source'], {})).toHaveLength(1);
});

test('What the target trims as it stores it is the same', async () => {
  const told = testWorld();
  const padded = ' Trondheim ';
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { city: padded } });
  told.change({
    by: 'engine',
    side: 'target',
    id: '9',
    action: 'create',
    fields: { town: padded },
  });
  told.change({ by: 'server', side: 'target', id: '9', fields: { town: 'Trondheim' } });
  const rewritten = new Map([['target town', 'trim' as const]]);
  expect(await convergence.judge(await told.scene({ ...resting, rewritten }))).toEqual([]);
});
