import type { Side } from '../../settings.ts';
import type { FaultRule } from '../fault-rule.ts';

/** Records of one side that are shown to the engine no more. */
export interface Hiding {
  readonly side: Side;
  readonly entity: string;
  readonly ids: readonly string[];
  /** How long the ledger was when they disappeared. */
  readonly since: number;
}

/** A fault, and how long the ledger was when it began. */
export interface Begun {
  readonly rule: FaultRule;
  readonly since: number;
}

/** What is hidden until all faults end, by nothing else than that: with other ones nobody can tell what an engine sees. */
export function hidingIn([first, ...others]: readonly Begun[]): Hiding | undefined {
  if (first === undefined || others.length > 0 || first.rule.code !== 'F8') return undefined;
  const { code: _, side, entity, ids, answer, ...narrowed } = first.rule;
  const isWhole = answer === 404 && Object.keys(narrowed).length === 0;
  if (!isWhole || entity === undefined || ids === undefined) return undefined;
  return { side, entity, ids, since: first.since };
}
