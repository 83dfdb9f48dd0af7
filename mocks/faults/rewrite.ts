import type { Value } from '../value.ts';

/** F15: a system stores a text otherwise than it was sent. Stands until cleared. */
export interface RewriteOnWrite {
  readonly code: 'F15';
  /** Default: every system. */
  readonly system?: string;
  /** Default: every entity. */
  readonly entity?: string;
  readonly property: string;
  readonly rewrite: 'trim' | 'upper' | `truncate:${number}`;
}

/** A value on its way into a record. */
export interface WrittenValue {
  readonly system: string;
  readonly entity: string;
  readonly property: string;
  readonly value: Value;
}

/** What the system stores instead; values that are no text stay as they are. */
export function rewritten(rule: RewriteOnWrite, written: WrittenValue): Value {
  const { value } = written;
  const concerned =
    rule.property === written.property &&
    (rule.system ?? written.system) === written.system &&
    (rule.entity ?? written.entity) === written.entity;
  if (!concerned || typeof value !== 'string') return value;
  if (rule.rewrite === 'trim') return value.trim();
  if (rule.rewrite === 'upper') return value.toUpperCase();
  return value.slice(0, Number(rule.rewrite.slice('truncate:'.length)));
}
