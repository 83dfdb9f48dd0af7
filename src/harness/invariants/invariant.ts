import type { Violation } from '../../checklist/violation.ts';
import type { Scene } from '../watching/scene.ts';

/** A law over ledger and twins, judged after every cycle of every scenario (`sync-bugs.md` 4). */
export interface Invariant {
  /** `I3 minimal writes`: its number in the catalogue and its name. */
  readonly law: string;
  /** What breaks the law in this scene, each in a message that can be checked by hand. */
  judge(scene: Scene): Promise<readonly Violation[]>;
}
