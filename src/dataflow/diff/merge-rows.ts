import type { Section } from '../dataflow.ts';
import { rowSlug, uniqueNames } from '../ids.ts';
import type { DocumentChange } from './document-change.ts';
import { type Keyed, orderChange, without } from './order.ts';

/**
 * What is different in two merge tables: it concerns the merge promise above them. Nothing where
 * that promise itself came or went, since its rows came or went with it.
 */
export function mergeRowChanges(before: Section, after: Section): readonly DocumentChange[] {
  const [older, newer] = [mergeIds(before), mergeIds(after)];
  if ((older.length === 0) !== (newer.length === 0)) return [];
  const section = after.heading;
  const [from, to] = [rowsOf(before), rowsOf(after)];
  const dropped = without(from, to).map((row) => ({
    kind: 'merge-row-dropped' as const,
    section,
    before: row,
    requirements: older,
  }));
  const added = without(to, from).map((row) => ({
    kind: 'merge-row-added' as const,
    section,
    after: row,
    requirements: newer,
  }));
  return [...dropped, ...added, ...orderChange({ kind: 'merge-row-order', section }, from, to)];
}

function mergeIds({ requirements }: Section): readonly string[] {
  return requirements.filter(({ kind }) => kind === 'merge').map(({ id }) => id);
}

function rowsOf({ mergeOn }: Section): Keyed<string> {
  const unique = uniqueNames();
  return new Map(
    mergeOn.map(
      (row) => [unique(rowSlug({ ...row, type: '' })), `${row.source} = ${row.target}`] as const,
    ),
  );
}
