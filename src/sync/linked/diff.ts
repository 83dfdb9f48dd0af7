import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { MappedRow } from '../plan.ts';
import type { RemoteRecord } from '../record.ts';
import type { Link, RowBase } from '../store/link.ts';
import { sameValue } from './convert.ts';
import { contentOf } from './lines.ts';

/** One row of a linked pair, held against what the two sides stored when they last agreed. */
export interface RowDiff {
  readonly row: MappedRow;
  readonly value: Readonly<Record<Side, Value>>;
  readonly changed: Readonly<Record<Side, boolean>>;
  /** Whether the two values say the same, once converted. */
  readonly agree: boolean;
  /** What the two sides stored when they last agreed. */
  readonly before?: RowBase;
}

interface DiffInput {
  readonly rows: readonly MappedRow[];
  readonly base: Link['base'];
  /** The records as read; a side that was not read counts as it was at the base. */
  readonly seen: Readonly<Partial<Record<Side, RemoteRecord>>>;
}

/**
 * What changed on which side. Each side is held against its *own* base, so that neither the
 * engine's own write nor the way in which a system rewrote it is ever taken for an edit.
 */
export function diff({ rows, base, seen }: DiffInput): readonly RowDiff[] {
  return rows.map((row) => {
    const before = base[row.key];
    const source = sideState({ before, side: 'source', record: seen.source, name: row.source });
    const target = sideState({ before, side: 'target', record: seen.target, name: row.target });
    return {
      row,
      value: { source: source.value, target: target.value },
      changed: { source: source.changed, target: target.changed },
      agree: saysTheSame(row, source.value, target.value),
      ...(before === undefined ? {} : { before }),
    };
  });
}

/** Once converted, whichever way: a number that a system shows as text is the same number. */
function saysTheSame({ conversion }: MappedRow, source: Value, target: Value): boolean {
  return (
    sameValue(conversion.toTarget(source), contentOf(target)) ||
    sameValue(conversion.toSource(target, source), source)
  );
}

interface SideInput {
  readonly before: RowBase | undefined;
  readonly side: Side;
  readonly record: RemoteRecord | undefined;
  readonly name: string;
}

function sideState({ before, side, record, name }: SideInput): { value: Value; changed: boolean } {
  const remembered = before?.[side] ?? null;
  if (record === undefined) return { value: remembered, changed: false };
  const value = record.properties[name] ?? null;
  return { value, changed: !sameValue(value, remembered) };
}
