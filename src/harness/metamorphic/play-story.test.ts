import { expect, test } from 'vitest';
import { Blocked } from '../broken-promise.ts';
import type { FaultRule } from '../fault-rule.ts';
import { invariants } from '../invariants/judge.ts';
import { createMortality } from '../mortality.ts';
import { cutShort } from '../system-under-test.ts';
import { made, testWorld } from '../test-world.ts';
import type { World } from '../world.ts';
import type { Circumstances } from './circumstances.ts';
import { playStory } from './play-story.ts';
import type { Move, Story } from './story.ts';

const create: Move = { kind: 'create' };
const cycle: Move = { kind: 'cycle' };

function edit(side: 'source' | 'target', row = 0, record = 0): Move {
  return { kind: 'edit', record, row, side };
}

/** What happened in a story whose engine makes counterparts from its pass of this number on. */
async function told(
  story: Story,
  { from = 1, circumstances = {} }: { from?: number; circumstances?: Circumstances } = {},
) {
  const { world, change, request } = testWorld();
  const deeds: (string | FaultRule)[] = [];
  const mortality = createMortality();
  let passes = 0;
  let life = mortality.begin();
  const engine: World['engine'] = {
    ...world.engine,
    cycle: async () => {
      passes += 1;
      if (
        (await life.survive(life.guard('request', async () => deeds.push('pass')))) === 'killed'
      ) {
        life = mortality.begin();
        return cutShort;
      }
      const [id] = await world.parties.source.ids('Customers');
      const [counterpart] = await world.parties.target.ids('Contact');
      if (id !== undefined && counterpart === undefined && passes >= from) {
        const { name = null } = (await world.parties.source.read('Customers', id)) ?? {};
        change({ ...made, id: '9', fields: { fullName: name }, request: request() });
      }
      return { problems: [], conflicts: [] };
    },
  };
  const faults: World['faults'] = {
    inject: (rule) => void deeds.push(rule),
    clear: () => void deeds.push('mended'),
  };
  const lawsOff = new Set(invariants.map(({ law }) => law));
  const played = await playStory(
    { ...world, engine, faults, mortality, lawsOff },
    { story, circumstances },
  );
  const edits = world.ledger.entries.flatMap((entry) =>
    entry.kind === 'change' && entry.author === 'user' && entry.action !== 'create'
      ? [`${entry.action} ${entry.entity} ${entry.id} ${Object.keys(entry.fields)}`]
      : [],
  );
  return { ...played, deeds, edits, mortality, now: world.clock.now(), passes };
}

/** How many passes an engine makes in the end that has nothing to do any more. */
const rest = (await told([create, cycle])).passes - 1;

test('A story is played move by move, people think before each, and it ends at rest', async () => {
  const { edits, now, passes, facts, linked } = await told([
    ...[create, cycle, edit('source', 1), edit('target', 2)],
    ...[cycle, { kind: 'remove', record: 0 } as const],
  ]);
  expect(edits).toEqual([
    'update Customers 1 city',
    'update Contact 9 fullName',
    'delete Customers 1 ',
  ]);
  expect(passes).toBe(2 + rest);
  expect(now).toBe(4 * 2000 + passes * 60_000);
  expect(facts).toContain('0 records on the source side');
  expect(linked).toBe(1);
});

test('Where there is no record, or none any more, nobody edits or removes it', async () => {
  const { edits } = await told([
    ...[edit('source'), edit('target'), { kind: 'remove', record: 2 } as const],
    ...[create, cycle, { kind: 'remove', record: 0 } as const, edit('source')],
  ]);
  expect(edits).toEqual(['delete Customers 1 ']);
});

test('Who wants to edit a counterpart waits for it, as long as a full listing may take', async () => {
  const late = await told([create, edit('target')], { from: 5 });
  expect(late.edits).toEqual(['update Contact 9 fullName']);
  expect(late.passes).toBe(5 + rest);
  const never = await told([create, edit('target')], { from: 100 });
  expect(never.edits).toEqual([]);
  expect(never.passes).toBe(12 + rest);
});

test('A counterpart is edited of that record, and of no other', async () => {
  const { edits } = await told([create, cycle, create, edit('target', 0, 1)]);
  expect(edits).toEqual([]);
});

test('Faults are in force from the beginning until users have done all; who was to die then lives', async () => {
  const rule = { code: 'F3', side: 'source' } as const;
  const kill = { on: 'request', nth: 100, phase: 'before' } as const;
  const { deeds, struck, mortality } = await told([create, cycle], {
    circumstances: { faults: [rule], kill },
  });
  expect(deeds.slice(0, 4)).toEqual([rule, 'pass', 'mended', 'pass']);
  expect(struck).toBe(false);
  const life = mortality.begin();
  const alive = async (): Promise<string> => 'alive';
  const later = Array.from({ length: 100 }, () => life.guard('request', alive));
  expect(await life.survive(Promise.all(later))).not.toBe('killed');
});

test('An engine dies where it is to, which is told', async () => {
  const kill = { on: 'request', nth: 1, phase: 'before' } as const;
  const { struck, linked } = await told([create, cycle, cycle], { circumstances: { kill } });
  expect(struck).toBe(true);
  expect(linked).toBe(1);
});

test('Nothing is in force where nothing is said', async () => {
  const { deeds } = await told([create, cycle]);
  expect(deeds.filter((deed) => deed !== 'pass')).toEqual(['mended']);
});

test('A document without a section has no story', async () => {
  const { world } = testWorld(undefined, []);
  await expect(playStory(world, { story: [], circumstances: {} })).rejects.toThrow(Blocked);
});
