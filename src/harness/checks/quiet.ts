import type { Stage } from '../stage/stage.ts';

/** While this goes on the engine sends nothing that would write, not even what is refused. */
export async function expectQuiet(stage: Stage, during: () => Promise<void>): Promise<void> {
  const requests = (): number => stage.writesTo('source').length + stage.writesTo('target').length;
  const before = requests();
  await during();
  stage.expect({
    holds: requests() === before,
    message: 'the engine sent writes although there was nothing to carry',
    expected: '0 writes',
    found: `${requests() - before} writes`,
  });
}
