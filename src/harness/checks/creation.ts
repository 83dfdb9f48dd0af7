import { saysTheSame } from '../basis/oracle.ts';
import { isTraceable } from '../basis/traceable.ts';
import type { Stage } from '../stage/stage.ts';
import { census, expectCensus } from './census.ts';
import type { Check, Subject } from './check.ts';
import { passLookBack } from './look-back.ts';
import { expectProvided } from './provided.ts';
import { expectBrokenLink, expectReported } from './said.ts';
import { several } from './several.ts';

const named = ({ bench }: Subject): { a: string; b: string } => ({
  a: bench.section.source,
  b: bench.section.target,
});

/** The one counterpart of a record, with every mapped value carried over. */
async function expectCounterpart(stage: Stage, sourceId: string): Promise<string> {
  const targetId = await stage.counterpart(sourceId);
  const [source, target] = [await stage.source.read(sourceId), await stage.target.read(targetId)];
  for (const row of stage.bench.rows) {
    const [x, y] = [source[row.source] ?? null, target[row.target] ?? null];
    stage.expect({
      holds: saysTheSame({ type: row.type, source: x, target: y }) !== false,
      message: `${row.target} of the new ${stage.bench.section.target} is not the ${row.source} that it was made from`,
      expected: JSON.stringify(x),
      found: JSON.stringify(y),
    });
  }
  return targetId;
}

const createsExactlyOne: Check = {
  id: 'creates-exactly-one',
  kind: 'every',
  title: (s) =>
    `One ${named(s).a} record gets exactly one ${named(s).b}, with the right values, and keeps it`,
  play: async (stage) => {
    const id = await stage.source.create();
    await stage.rest();
    const counterpart = await expectCounterpart(stage, id);
    await expectProvided(stage, { sourceId: id, targetId: counterpart });
    await stage.sweep();
    await stage.counterpart(id);
  },
};

const createsOneForEach: Check = {
  id: 'creates-one-for-each',
  kind: 'every',
  title: (s) =>
    `Records made before the first pass, between passes and several at once each get their own ${named(s).b}`,
  play: async (stage) => {
    const early = await several(4, () => stage.source.create());
    await stage.cycle();
    const between = await stage.source.create();
    await stage.cycle();
    const atOnce = await stage.atOnce(() => several(3, () => stage.source.create()));
    await stage.rest();
    for (const id of [...early, between, ...atOnce]) await expectCounterpart(stage, id);
  },
};

const sameStamp: Check = {
  id: 'same-stamp',
  kind: 'every',
  title: () =>
    'A record that bears the same modification time as one already read is not passed over',
  play: async (stage) => {
    stage.fault({ code: 'F11', side: 'source', resolution: 600_000 });
    const first = await stage.source.create();
    await stage.cycle();
    const second = await stage.source.create();
    await stage.rest();
    await expectCounterpart(stage, first);
    await expectCounterpart(stage, second);
  },
};

const survivesRestart: Check = {
  id: 'survives-restart',
  kind: 'every',
  title: (s) =>
    `A restarted engine knows its ${named(s).b} again, and makes those for records from the time it was down`,
  play: async (stage) => {
    const before = await stage.source.create();
    await stage.rest();
    const meanwhile = await stage.source.create();
    await stage.restart();
    await stage.rest();
    await expectCounterpart(stage, before);
    await expectCounterpart(stage, meanwhile);
  },
};

const answerLost: Check = {
  id: 'create-answer-lost',
  kind: 'every',
  applies: ({ bench }) => isTraceable(bench),
  title: (s) =>
    `One ${named(s).b} record that was made although the answer got lost is not made twice`,
  play: async (stage) => {
    const { target: entity } = stage.bench.entity;
    for (const answer of ['reset', 504] as const) {
      stage.fault({ code: 'F2', side: 'target', entity, write: 'create', answer });
      const id = await stage.source.create();
      await stage.rest();
      await expectCounterpart(stage, id);
    }
  },
};

const targetUnavailable: Check = {
  id: 'create-unavailable',
  kind: 'every',
  applies: ({ bench }) => isTraceable(bench),
  title: (s) =>
    `While the target system is unavailable nothing is lost: the ${named(s).b} arrives afterwards`,
  play: async (stage) => {
    const { target: entity } = stage.bench.entity;
    stage.fault({ code: 'F3', side: 'target', entity, write: 'create', times: 2, answer: 503 });
    const first = await stage.source.create();
    const second = await stage.source.create();
    // Made later than an engine looks back: what failed is not listed again as the newest.
    passLookBack(stage);
    const third = await stage.source.create();
    await stage.cycle(3);
    await stage.rest();
    for (const id of [first, second, third]) await expectCounterpart(stage, id);
  },
};

const refusedOnce: Check = {
  id: 'create-refused-once',
  kind: 'every',
  // There the fault would fall on all records of a batch: the checks of batches see to one of many.
  applies: ({ bench }) => !bench.offers.target.has('batches'),
  title: () =>
    'A record that the target refuses is reported, stops no other, and arrives once it is accepted',
  play: async (stage) => {
    const { target: entity } = stage.bench.entity;
    stage.fault({ code: 'F4', side: 'target', entity, write: 'create', times: 1 });
    const refused = await stage.source.create();
    const other = await stage.source.create();
    await stage.cycle();
    expectReported(stage, refused);
    await expectCounterpart(stage, other);
    await stage.sweep();
    await stage.rest();
    await expectCounterpart(stage, refused);
  },
};

const ownTargetsStayAlone: Check = {
  id: 'foreign-records-stay-alone',
  kind: 'every',
  title: (s) =>
    `One ${named(s).b} record that a user makes by hand stays alone, and nothing is made for it in the source`,
  play: async (stage) => {
    const own = await stage.target.create();
    const before = await stage.target.read(own);
    const id = await stage.source.create();
    await stage.rest();
    stage.expect({
      holds: JSON.stringify(await stage.target.read(own)) === JSON.stringify(before),
      message: "the user's own record was touched",
      expected: JSON.stringify(before),
      found: JSON.stringify(await stage.target.read(own)),
    });
    await expectCounterpart(stage, id);
  },
};

const deletedTarget: Check = {
  id: 'deleted-counterpart-stays-deleted',
  kind: 'every',
  title: (s) =>
    `One ${named(s).b} record that a user deletes is not made again; its source stays, and the broken link is reported`,
  play: async (stage) => {
    const before = await census(stage);
    const id = await stage.source.create();
    await stage.rest();
    await expectCounterpart(stage, id);
    await stage.removeCounterpart(id);
    await stage.sweep();
    await expectCensus(stage, { ...before, source: before.source + 1 });
    expectBrokenLink(stage);
  },
};

const deletedSource: Check = {
  id: 'deleted-source-leaves-counterpart',
  kind: 'every',
  title: (s) =>
    `When one ${named(s).a} record is deleted its ${named(s).b} stays, and the broken link is reported`,
  play: async (stage) => {
    const before = await census(stage);
    const id = await stage.source.create();
    await stage.rest();
    await expectCounterpart(stage, id);
    await stage.source.remove(id);
    await stage.sweep();
    await expectCensus(stage, { ...before, target: before.target + 1 });
    expectBrokenLink(stage);
  },
};

/** What an `every` promise is held to. */
export const creationChecks: readonly Check[] = [
  createsExactlyOne,
  createsOneForEach,
  sameStamp,
  survivesRestart,
  answerLost,
  targetUnavailable,
  refusedOnce,
  ownTargetsStayAlone,
  deletedTarget,
  deletedSource,
];
