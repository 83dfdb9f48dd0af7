import type { Provided } from '../../settings.ts';
import { benchAt } from '../basis/bench.ts';
import type { FaultRule } from '../fault-rule.ts';
import type { Stage } from '../stage/stage.ts';
import type { Check, Subject } from './check.ts';
import { passLookBack } from './look-back.ts';
import { expectReported } from './said.ts';

type ReferredValue = Extract<Provided, { kind: 'referred' }>;

/** Target properties that hold the id of another section's counterpart, or a value of it. */
function references({
  bench,
}: Pick<Subject, 'bench'>): readonly (readonly [string, ReferredValue])[] {
  return Object.entries(bench.settings.provide ?? {}).flatMap(([property, provided]) =>
    provided.kind === 'referred' ? [[property, provided] as const] : [],
  );
}

function isId({ target = 'id' }: ReferredValue): boolean {
  return target === 'id';
}

const pointsToCounterpart: Check = {
  id: 'refers-to-the-counterpart',
  kind: 'every',
  applies: (s) => references(s).length > 0,
  title: ({ bench }) =>
    `A new ${bench.section.target} refers to the counterpart of what its ${bench.section.source} refers to, which is made first where it has none`,
  play: async (stage) => {
    for (const [property, by] of references(stage)) {
      const colleague = stage.colleague(by.section);
      // Gone before anything is made for it, so that ids of the two sides are not by chance the same.
      await colleague.remove(await colleague.create());
      const parent = await colleague.create();
      const child = await stage.source.create({ [by.property]: parent });
      await stage.rest();
      await expectReference(stage, { property, by, parent, child });
      const later = await stage.source.create({ [by.property]: parent });
      await stage.rest();
      await expectReference(stage, { property, by, parent, child: later });
    }
  },
};

const waitsForItsParent: Check = {
  id: 'refers-to-what-comes-late',
  kind: 'every',
  applies: (s) => references(s).length > 0,
  title: ({ bench }) =>
    `A new ${bench.section.target} waits, and is reported, while the counterpart that it is to refer to cannot be made, and refers to it in the end`,
  play: async (stage) => {
    for (const [property, by] of references(stage)) {
      const colleague = stage.colleague(by.section);
      await colleague.remove(await colleague.create());
      const parent = await colleague.create();
      stage.fault(unavailable(benchAt(stage.benches, by.section).entity.target));
      const child = await stage.source.create({ [by.property]: parent });
      passLookBack(stage);
      await stage.source.create();
      await stage.cycle(2);
      expectReported(stage, child);
      stage.expect({
        holds: !stage.isPaired(child),
        message: `the new ${stage.bench.section.target} was made before what it is to refer to`,
      });
      stage.mend();
      await stage.rest();
      await expectReference(stage, { property, by, parent, child });
    }
  },
};

/** Longer than the next pass takes to come. */
const unshownMs = 90_000;

const waitsForItsValue: Check = {
  id: 'refers-to-what-is-not-shown-yet',
  kind: 'every',
  applies: (s) => references(s).some(([, by]) => !isId(by)),
  title: ({ bench }) =>
    `A new ${bench.section.target} holds what the counterpart that it refers to says, also where that one is shown only a while after it was made`,
  play: async (stage) => {
    for (const [property, by] of references(stage).filter((each) => !isId(each[1]))) {
      const parent = await stage.colleague(by.section).create();
      await stage.cycle();
      const { target: entity } = benchAt(stage.benches, by.section).entity;
      stage.fault({ code: 'F1', side: 'target', entity, read: 'one', ms: unshownMs });
      const child = await stage.source.create({ [by.property]: parent });
      await stage.cycle();
      stage.mend();
      await stage.rest();
      await expectReference(stage, { property, by, parent, child });
    }
  },
};

function unavailable(entity: string): FaultRule {
  return { code: 'F3', side: 'target', entity, write: 'create', answer: 503, times: 100 };
}

interface Reference {
  readonly property: string;
  readonly by: ReferredValue;
  readonly parent: string;
  readonly child: string;
}

async function expectReference(stage: Stage, reference: Reference): Promise<void> {
  const { property, by, parent, child } = reference;
  const expected = await referredTo(stage, by, await stage.counterpart(parent, by.section));
  const found = await stage.target.value(await stage.counterpart(child), property);
  stage.expect({
    holds: String(found) === expected,
    message: `${property} of the new ${stage.bench.section.target} does not refer to the counterpart`,
    expected,
    found: JSON.stringify(found),
  });
}

/** What a reference to this counterpart of another section says. */
async function referredTo(
  { world, benches }: Stage,
  by: ReferredValue,
  id: string,
): Promise<string> {
  const { target: entity } = benchAt(benches, by.section).entity;
  if (by.target === undefined || isId(by)) return id;
  return String((await world.parties.target.read(entity, id))?.[by.target]);
}

/** References between records, on the other side. */
export const parentChecks: readonly Check[] = [
  pointsToCounterpart,
  waitsForItsParent,
  waitsForItsValue,
];
