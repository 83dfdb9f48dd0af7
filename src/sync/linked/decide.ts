import type { Instant } from '../../clock.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { MappedRow } from '../plan.ts';
import type { RowDiff } from './diff.ts';

/** What is to be done about one row of a linked pair. */
export type RowDecision =
  /** Neither side changed. */
  | { readonly kind: 'nothing'; readonly row: MappedRow }
  /** The sides say the same: only the base moves. */
  | { readonly kind: 'settle'; readonly row: MappedRow; readonly diff: RowDiff }
  /** `value` is to be written on the side `to`. */
  | {
      readonly kind: 'write';
      readonly row: MappedRow;
      readonly diff: RowDiff;
      readonly to: Side;
      readonly value: Value;
      /** Set where both sides had changed: the value that lost, to be reported. */
      readonly lost?: Value;
    };

/** When each side's record was modified, and who wins a tie. */
export interface Precedence {
  readonly modifiedAt: Readonly<Record<Side, Instant>>;
  readonly priority: Side;
}

type Change = 'unchanged' | 'changed';
type Rule = 'nothing' | 'to-target' | 'to-source' | 'latest-wins';

/** By the change on the source, then by the change on the target (`sync-semantics.md` 7-9). */
const rules: Readonly<Record<Change, Readonly<Record<Change, Rule>>>> = {
  unchanged: { unchanged: 'nothing', changed: 'to-source' },
  changed: { unchanged: 'to-target', changed: 'latest-wins' },
};

/** Pure and total: change on one side x change on the other x precedence -> decision. */
export function decide(diff: RowDiff, precedence: Precedence): RowDecision {
  const { row } = diff;
  const rule = rules[name(diff.changed.source)][name(diff.changed.target)];
  if (rule === 'nothing') return { kind: 'nothing', row };
  if (diff.agree) return { kind: 'settle', row, diff };
  switch (rule) {
    case 'to-target':
      return carry(diff, 'target');
    case 'to-source':
      return carry(diff, 'source');
    case 'latest-wins': {
      const winner = stricter(diff) ?? later(precedence);
      const loser = opposite(winner);
      return { ...carry(diff, loser), lost: diff.value[loser] };
    }
  }
}

function name(changed: boolean): Change {
  return changed ? 'changed' : 'unchanged';
}

function carry(diff: RowDiff, to: Side): Extract<RowDecision, { kind: 'write' }> {
  const { row, value, before } = diff;
  const carried =
    to === 'target'
      ? row.conversion.toTarget(value.source, before)
      : row.conversion.toSource(value.target, value.source, before);
  return { kind: 'write', row, diff, to, value: carried };
}

/** Of a consent that both sides have changed the side that says no, where the other does not. */
function stricter({ row, value }: RowDiff): Side | undefined {
  const no = { source: value.source === false, target: value.target === false };
  if (!row.isConsent || no.source === no.target) return undefined;
  return no.source ? 'source' : 'target';
}

function later({ modifiedAt, priority }: Precedence): Side {
  if (modifiedAt.source === modifiedAt.target) return priority;
  return modifiedAt.source > modifiedAt.target ? 'source' : 'target';
}
