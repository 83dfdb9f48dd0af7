import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { MappedRow } from '../plan.ts';
import type { RemoteRecord } from '../record.ts';
import type { Link, Pending, RowBase } from '../store/link.ts';
import { sameValue } from './convert.ts';

/** What the records on the sides of a link were to be told, by property. */
export type Writes = readonly (readonly [Side, readonly (readonly [string, Value])[]])[];

/** Writes as an open item remembers them: the same ones give the same text. */
export function remembered(writes: Writes): string {
  return JSON.stringify(writes);
}

interface Supposed {
  readonly link: Link;
  readonly rows: readonly MappedRow[];
  /** The open item of the link's source record. */
  readonly open: Pending | undefined;
  readonly records: Readonly<Partial<Record<Side, RemoteRecord>>>;
}

/**
 * The link as it is after writes that came to no good end: where a record shows what it was to be
 * told, the write was done, whatever was answered, so that nobody's edit is seen in it, and an edit
 * since then is seen as one. Another value tells nothing.
 */
export function supposed({ link, rows, open, records }: Supposed): Link {
  if (open === undefined) return link;
  const base = { ...link.base };
  for (const [side, values] of writesIn(open.tried)) {
    for (const [property, value] of values) {
      const row = rows.find((each) => each[side] === property);
      const shown = records[side]?.properties[property] ?? null;
      if (row === undefined || records[side] === undefined || Array.isArray(value)) continue;
      if (sameValue(shown, value))
        base[row.key] = agreed(row, { side, value, before: base[row.key] });
    }
  }
  return { ...link, base };
}

/** None where a create was tried: an item remembers that otherwise. */
function writesIn(tried: string): Writes {
  const writes: unknown = tried === '' ? [] : JSON.parse(tried);
  return Array.isArray(writes) ? writes : [];
}

interface Done {
  readonly side: Side;
  readonly value: Value;
  readonly before: RowBase | undefined;
}

/** What both sides held when one was told this value. */
function agreed({ conversion }: MappedRow, { side, value, before }: Done): RowBase {
  return side === 'source'
    ? { source: value, target: conversion.toTarget(value) }
    : { source: conversion.toSource(value, before?.source ?? ''), target: value };
}
