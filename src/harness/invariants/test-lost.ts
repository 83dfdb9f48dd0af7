import type { TestWorld } from '../test-world.ts';
import type { Moment } from '../watching/scene.ts';
import { noLostUpdate } from './no-lost-update.ts';

/** What users typed and what is lost at rest, as they typed it. */
export async function lostIn(
  told: TestWorld,
  moment: Partial<Moment> = {},
): Promise<readonly (string | undefined)[]> {
  const scene = await told.scene({ restingSince: 0, ...moment });
  return (await noLostUpdate.judge(scene)).map(({ expected }) => expected);
}
