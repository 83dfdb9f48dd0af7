import type { Section } from '../dataflow/dataflow.ts';
import { defaultSettings, type SectionSettings } from '../settings.ts';
import { benches } from './basis/bench.ts';
import { invariants } from './invariants/judge.ts';
import { createStage } from './stage/create-stage.ts';
import type { Stage } from './stage/stage.ts';
import type { EngineReport } from './system-under-test.ts';
import { customersSection } from './test-sections.ts';
import { type TestWorld, testWorld } from './test-world.ts';
import type { World } from './world.ts';

/** A stage for unit tests, and its world, in which what happens is told by hand. */
interface TestStage extends Pick<TestWorld, 'change' | 'request'> {
  readonly stage: Stage;
}

/** What is other than on an empty stage. */
interface Given {
  /** Of the one section, where no others are given. */
  readonly settings?: SectionSettings;
  /** The first one stands in the light; Customers to Contact where none are given. */
  readonly sections?: readonly Section[];
  /** What the engine does in a pass, and what it says; nothing where this is not given. */
  readonly cycle?: (told: Pick<TestWorld, 'change' | 'request'>) => EngineReport | undefined;
  readonly world?: Partial<World>;
}

const nothing: EngineReport = { problems: [], conflicts: [] };

/** No law is judged on it but what a check itself expects, under the law "It holds". */
export function testStage({ settings = {}, sections, cycle, world: other }: Given = {}): TestStage {
  const played = sections ?? [customersSection()];
  const ofSections = Object.fromEntries(played.map(({ heading }) => [heading, settings]));
  const told = testWorld({ ...defaultSettings, sections: ofSections }, played);
  const world: World = {
    ...told.world,
    engine: { ...told.world.engine, cycle: async () => cycle?.(told) ?? nothing },
    lawsOff: new Set(invariants.map(({ law }) => law)),
    ...other,
  };
  const [bench] = benches(world);
  if (bench === undefined) throw new Error('there is no section');
  return { ...createStage({ world, bench, law: 'It holds' }), ...told };
}
