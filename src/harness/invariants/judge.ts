import type { Violation } from '../../checklist/violation.ts';
import type { Scene } from '../scene.ts';
import { convergence } from './convergence.ts';
import { deletes } from './deletes.ts';
import { frame } from './frame.ts';
import type { Invariant } from './invariant.ts';
import { noLostUpdate } from './no-lost-update.ts';
import { noneForgotten, oneCounterpart } from './one-counterpart.ts';
import { provenance } from './provenance.ts';
import { minimalWrites, quiescence } from './quiescence.ts';

/** All laws, in the order in which they are judged: what is most specific rings first. */
export const invariants: readonly Invariant[] = [
  deletes,
  oneCounterpart,
  frame,
  provenance,
  minimalWrites,
  quiescence,
  noLostUpdate,
  convergence,
  noneForgotten,
];

/** Everything in a scene that breaks a law. */
export async function judgeScene(scene: Scene): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  for (const invariant of invariants) violations.push(...(await invariant.judge(scene)));
  return violations;
}
