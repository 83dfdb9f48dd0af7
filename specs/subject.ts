import type { Dataflow, Requirement, Section } from '../src/dataflow/dataflow.ts';
import { SyncproofError } from '../src/errors.ts';
import { benches } from '../src/harness/bench.ts';
import type { Subject } from '../src/harness/checks/check.ts';
import type { Settings, Side } from '../src/settings.ts';
import type { EngineUnderTest } from '../src/sync/engine-under-test.ts';
import type { SystemKind } from './systems.ts';
import { contractsOf } from './world.ts';

/** A document and all that its checks need to run. */
export interface DocumentUnderTest {
  /** The path by which a replay names it; `''` for our own document. */
  readonly file: string;
  readonly dataflow: Dataflow;
  readonly settings: Settings;
  readonly kinds: Readonly<Record<Side, SystemKind>>;
  readonly engine?: EngineUnderTest;
}

/** A section and the requirement's row, as a check sees them. */
export function subjectOf(
  { dataflow, settings, kinds }: DocumentUnderTest,
  section: Section,
  requirement: Requirement,
): Subject {
  const all = benches({ dataflow, settings, contracts: contractsOf(kinds) });
  const bench = all.find((each) => each.section === section);
  if (bench === undefined) throw notInDocument(`the section "${section.heading}"`);
  const row = section.properties.find(({ line }) => line === requirement.line);
  return row === undefined ? { bench } : { bench, row };
}

/** Refuses a spec that holds to something which the document does not promise. */
export function notInDocument(what: string): SyncproofError {
  return new SyncproofError(
    'check',
    `The document does not have ${what}: specs only hold to what it promises. Mend the spec, or the document.`,
  );
}
