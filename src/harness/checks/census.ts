import type { Side } from '../../settings.ts';
import type { Stage } from '../stage/stage.ts';

/** How many records of the section each side has. */
type Census = Readonly<Record<Side, number>>;

export async function census({ world, bench }: Stage): Promise<Census> {
  const count = async (side: Side): Promise<number> =>
    (await world.parties[side].ids(bench.entity[side])).length;
  return { source: await count('source'), target: await count('target') };
}

/** Records are counted, because what is made again bears another id. */
export async function expectCensus(stage: Stage, expected: Census): Promise<void> {
  const found = await census(stage);
  stage.expect({
    holds: found.source === expected.source && found.target === expected.target,
    message: 'there are more records, or fewer, than people left',
    expected: JSON.stringify(expected),
    found: JSON.stringify(found),
  });
}
