import type { FaultRule, Rewrite } from '../fault-rule.ts';
import { type Begun, hidingIn } from '../watching/hiding.ts';
import type { Moment } from '../watching/scene.ts';
import type { World } from '../world.ts';

/** The faults of a run, and what of them its judges must know. */
export interface FaultsInForce {
  fault(rule: FaultRule): void;
  /** All of them end; what a system has rewritten stays as it stored it. */
  mend(): void;
  known(): Pick<Moment, 'rewritten' | 'hiding'>;
}

/** `disturb` is told whenever a fault begins or ends. */
export function faultsInForce(
  { faults, ledger }: Pick<World, 'faults' | 'ledger'>,
  disturb: () => void,
): FaultsInForce {
  const rewritten = new Map<string, Rewrite>();
  let begun: readonly Begun[] = [];
  return {
    fault: (rule) => {
      disturb();
      faults.inject(rule);
      begun = [...begun, { rule, since: ledger.entries.length }];
      if (rule.code === 'F15') rewritten.set(`${rule.side} ${rule.property}`, rule.rewrite);
    },
    mend: () => {
      disturb();
      faults.clear();
      begun = [];
    },
    known: () => ({ rewritten, hiding: hidingIn(begun) }),
  };
}
