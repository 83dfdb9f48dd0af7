import { opposite, type Side } from '../../settings.ts';
import type { FaultRule } from '../fault-rule.ts';
import type { Stage } from '../stage/stage.ts';
import type { Check } from './check.ts';
import { linkedPairs } from './linked-pair.ts';
import { problemsSince } from './said.ts';
import { several } from './several.ts';
import { someChange } from './some-change.ts';

const sides = ['source', 'target'] as const;

/** How many records there are, and how many of them a page shows at most. */
const crowd = 5;
const rows = 2;

/** Far more requests than a list of three pages takes. */
const patience = 45;

const cutLists: Check = {
  id: 'cut-lists',
  kind: 'both-ways',
  applies: ({ bench }) => bench.rows.length > 0,
  title: ({ bench }) =>
    `While lists of ${bench.section.source} or ${bench.section.target} are cut short without a word nothing is taken for deleted, and afterwards edits arrive`,
  play: async (stage) => {
    const pairs = await linkedPairs(stage, crowd);
    for (const side of sides) {
      stage.fault({ code: 'F9', side, entity: stage.bench.entity[side], how: 'cut', rows });
      await stage.sweep();
      stage.mend();
      const expected: (() => Promise<unknown>)[] = [];
      for (const pair of pairs) {
        expected.push(await someChange(stage, { pair, side: opposite(side) }));
      }
      await stage.rest();
      for (const holds of expected) await holds();
    }
  },
};

/** Falls on page `nth` of a list, when the record `shown` was on the page before it. */
type Break = (list: List, shown?: string) => FaultRule;

interface List {
  readonly side: Side;
  readonly entity: string;
  readonly nth: number;
}

/** In how many ways a page of a list is none. */
const breaks: readonly Break[] = [
  (list) => ({ ...list, code: 'F3', method: 'GET' }),
  (list) => ({ ...list, code: 'F3', method: 'GET', answer: 500 }),
  (list) => ({ ...list, code: 'F4', method: 'GET', how: 'empty' }),
  (list) => ({ ...list, code: 'F5', method: 'GET', how: 'html' }),
  (list) => ({ ...list, code: 'F5', method: 'GET', how: 'cut' }),
  (list) => ({ ...list, code: 'F9', how: 'expired' }),
];

/** What happens to a page in the midst of a list. */
const pageBreaks: readonly Break[] = [
  (list) => ({ ...list, code: 'F3', method: 'GET' }),
  (list) => ({ ...list, code: 'F9', how: 'expired', times: 'always' }),
  (list) => ({ ...list, code: 'F9', how: 'repeat', times: 'always' }),
  ({ entity, ...list }, id = '') => ({
    ...{ ...list, entity, code: 'F10', acts: [{ do: 'delete', entity, id }] },
  }),
];

const brokenLists: Check = {
  id: 'broken-lists',
  kind: 'both-ways',
  title: ({ bench }) =>
    `Where a list of ${bench.section.source} or ${bench.section.target} breaks off, fails, expires, or is no list, the engine says so, and what changed meanwhile arrives afterwards`,
  play: async (stage) => {
    const pairs = await linkedPairs(stage, breaks.length);
    for (const side of sides) {
      const expected: (() => Promise<unknown>)[] = [];
      for (const [at, fault] of breaks.entries()) {
        expected.push(await someChange(stage, { pair: pairs[at] ?? pairs[0], side }));
        stage.fault(fault({ side, entity: stage.bench.entity[side], nth: 1 }));
        const before = stage.reports.length;
        await stage.cycle();
        stage.expect({
          holds: problemsSince(stage, before).length > 0,
          message: `the engine does not say that it could not list ${stage.bench.section[side]}`,
        });
        stage.mend();
        await stage.cycle();
      }
      await stage.rest();
      for (const holds of expected) await holds();
    }
  },
};

const brokenPages: Check = {
  id: 'broken-pages',
  kind: 'every',
  title: ({ bench }) =>
    `Where ${bench.section.source} come in small pages of which one breaks off, expires, comes twice, or loses a row meanwhile, each still gets its ${bench.section.target}, and the engine does not ask for ever`,
  play: async (stage) => {
    const list = { side: 'source', entity: stage.bench.entity.source } as const;
    let overlapped: string | undefined;
    for (const fault of pageBreaks) {
      const ids = await several(crowd, () => stage.source.create());
      stage.fault({ ...list, code: 'F9', how: 'cap', rows });
      stage.fault(fault({ ...list, nth: 2 }, overlapped));
      // Within the time that an engine looks back: it stands on the next list's first page.
      overlapped = ids.at(-3);
      const [before, asked] = [stage.reports.length, reads(stage)];
      await stage.cycle();
      const left = await alive(stage, ids);
      stage.expect({
        holds: problemsSince(stage, before).length > 0 || left.every((id) => stage.isPaired(id)),
        message: `the engine has not read all ${stage.bench.section.source}, and says nothing`,
      });
      stage.expect({
        holds: reads(stage) - asked <= patience,
        message: 'the engine asks for the same list again and again',
        expected: `at most ${patience} reads`,
        found: `${reads(stage) - asked} reads`,
      });
      stage.mend();
      await stage.rest();
      for (const id of left) await stage.counterpart(id);
    }
  },
};

async function alive({ source }: Stage, ids: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(ids.map((id) => source.exists(id)));
  return ids.filter((_, at) => there[at]);
}

/** How often the source was asked for something that it only has to show. */
function reads({ world, bench }: Stage): number {
  return world.ledger.entries.filter(
    (entry) =>
      entry.kind === 'request' && entry.system === bench.system.source && entry.method === 'GET',
  ).length;
}

/** Lists that are not what they should be. */
export const listChecks: readonly Check[] = [cutLists, brokenLists, brokenPages];
