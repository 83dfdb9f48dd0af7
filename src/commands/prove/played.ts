import type { Ring } from '../../report/proof/proof.ts';

/** What came of some scenes. */
export interface Played {
  readonly scenes: number;
  readonly rings: readonly Ring[];
  /** Set where not all were played. */
  readonly stopped?: true;
}

/** What came of all of them. */
export function together(played: readonly Played[]): Played {
  return {
    scenes: played.reduce((sum, { scenes }) => sum + scenes, 0),
    rings: played.flatMap(({ rings }) => rings),
    ...(played.some(({ stopped }) => stopped) ? { stopped: true } : {}),
  };
}
