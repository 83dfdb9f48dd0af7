import type { Dataflow, Requirement, Section } from '../src/dataflow/dataflow.ts';
import { SyncproofError } from '../src/errors.ts';
import { benches } from '../src/harness/basis/bench.ts';
import type { Check, Subject } from '../src/harness/checks/check.ts';
import { checksFor } from '../src/harness/checks/registry.ts';
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
  /** Checks beside those that every promise of a kind is held to. */
  readonly ownChecks?: readonly OwnCheck[];
}

/** A check that one section has for itself. */
export interface OwnCheck extends Pick<Check, 'id' | 'kind' | 'play'> {
  /** The heading of its section. */
  readonly heading: string;
  readonly title: string;
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

/**
 * The checks that a promise is held to, its section's own among them; none where something stands
 * in their way, which the examination tells.
 */
export function playable(
  { ownChecks = [] }: DocumentUnderTest,
  {
    requirement: { kind },
    subject,
  }: { readonly requirement: Requirement; readonly subject: Subject },
): readonly Check[] {
  const checks = checksFor(kind, subject);
  if ('verdict' in checks) return [];
  const own = ownChecks.filter(
    (each) => each.kind === kind && each.heading === subject.bench.section.heading,
  );
  return [...checks, ...own.map(({ title, ...check }) => ({ ...check, title: () => title }))];
}

/** Refuses a spec that holds to something which the document does not promise. */
export function notInDocument(what: string): SyncproofError {
  return new SyncproofError(
    'check',
    `The document does not have ${what}: specs only hold to what it promises. Mend the spec, or the document.`,
  );
}
