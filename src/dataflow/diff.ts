import type { Dataflow, Section } from './dataflow.ts';
import { diagnosticChanges } from './diff/diagnostics.ts';
import type { DocumentChange } from './diff/document-change.ts';
import { type Keyed, orderChange, without } from './diff/order.ts';
import { sectionChanges } from './diff/section-changes.ts';
import { sectionAdded, sectionDropped, sectionsByName } from './diff/sections.ts';

/** What is different between two documents, and whom it concerns. */
export interface DocumentDiff {
  readonly changes: readonly DocumentChange[];
  /** Ids that only the newer document has: to be checked and signed for the first time. */
  readonly added: readonly string[];
  /** Ids that only the older document has: their checks and signatures are of nothing now. */
  readonly dropped: readonly string[];
  /** Ids that both have but with another content: their signatures lapse. */
  readonly changed: readonly string[];
}

/**
 * Compares two documents by what they promise: sections by their headings, promises by their ids.
 * Line numbers, the date of generation and prose are no promise, and make no difference.
 */
export function diffDataflows(before: Dataflow, after: Dataflow): DocumentDiff {
  const changes = [...frontChanges(before, after), ...bodyChanges(before, after)];
  const [older, newer] = [idsOf(before), idsOf(after)];
  const concerned = new Set(changes.flatMap(({ requirements }) => requirements));
  return {
    changes,
    added: [...newer].filter((id) => !older.has(id)),
    dropped: [...older].filter((id) => !newer.has(id)),
    changed: [...newer].filter((id) => older.has(id) && concerned.has(id)),
  };
}

function frontChanges(before: Dataflow, after: Dataflow): readonly DocumentChange[] {
  if (before.title === after.title) return [];
  const { title } = before;
  return [{ kind: 'title', section: '', before: title, after: after.title, requirements: [] }];
}

function bodyChanges(before: Dataflow, after: Dataflow): readonly DocumentChange[] {
  const [older, newer] = [sectionsByName(before), sectionsByName(after)];
  const changed = [...newer].flatMap(([name, section]) => {
    const old = older.get(name);
    return old === undefined ? [sectionAdded(section)] : sectionChanges(old, section);
  });
  return [
    ...without(older, newer).map(sectionDropped),
    ...changed,
    ...orderChange({ kind: 'section-order', section: '' }, headings(older), headings(newer)),
    ...diagnosticChanges(before, after),
  ];
}

function headings(sections: Keyed<Section>): Keyed<string> {
  return new Map([...sections].map(([name, { heading }]) => [name, heading]));
}

function idsOf({ sections }: Dataflow): ReadonlySet<string> {
  return new Set(sections.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
}
