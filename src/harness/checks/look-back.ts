import type { Stage } from '../stage/stage.ts';

/**
 * So much time passes that whatever is made or edited next is later than an engine looks back: what
 * it passed over until now it does not list again by chance.
 */
export function passLookBack({ world }: Pick<Stage, 'world'>): void {
  world.clock.advance(2 * world.settings.overlapMs);
}
