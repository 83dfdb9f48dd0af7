import type { EngineProof, Ring } from './proof.ts';

/** `I3` of `I3 minimal writes`; a check's id stays what it is. */
export function numberOf(law: string): string {
  return /^I\d+(?= )/.exec(law)?.[0] ?? law;
}

/**
 * Whether an alarm is one that must ring for this fault, first or in the same moment: anything else
 * is an accident.
 */
export function isRight({ laws, expectations }: EngineProof, ring: Ring): boolean {
  if (ring.verdict !== 'failed') return false;
  const broke = [ring.law, ...ring.others].map(numberOf);
  return broke.some((law) => laws.includes(law)) || isExpected(expectations, ring);
}

function isExpected(expectations: readonly string[], { law, check }: Ring): boolean {
  return law === check && expectations.includes(check);
}

/**
 * How surely a fault is caught: by an invariant that its row names, only by what a check expects,
 * only by alarms that are not about it, or not at all.
 */
export type Standing = 'by its law' | 'by its check' | 'by accident' | 'missed';

export function standingOf(engine: EngineProof): Standing {
  const alarms = alarmsOf(engine);
  if (alarms.some((alarm) => engine.laws.includes(numberOf(alarm)))) return 'by its law';
  if (alarms.length > 0) return 'by its check';
  return engine.rings.length > 0 ? 'by accident' : 'missed';
}

/**
 * The alarms that are each enough to catch the engine: laws that its row names, by their whole
 * names, and expectations of checks that the fault names. Two of them are independent: with one
 * switched off the other still rings.
 */
export function alarmsOf(engine: EngineProof): readonly string[] {
  const { laws, expectations, rings, behind = [] } = engine;
  const right = [...rings, ...behind].filter((ring) => isRight(engine, ring));
  const alarms = right.flatMap((ring) => [
    ...[ring.law, ...ring.others].filter((law) => laws.includes(numberOf(law))),
    ...(isExpected(expectations, ring) ? [ring.check] : []),
  ]);
  return [...new Set(alarms)];
}
