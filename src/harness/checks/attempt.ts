import type { Stage } from '../stage/stage.ts';

/** Of many deaths the last one is told: the one that broke a law, where one did. `before` counts those that broke none. */
export function attempt({ recorder }: Pick<Stage, 'recorder'>, before: number): void {
  if (before === 0) return;
  const times = before === 1 ? 'once' : `${before} times`;
  recorder.attempt(`Died ${times} before, each time at another point: nothing was lost or doubled`);
}
