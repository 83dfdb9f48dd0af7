import { aligned } from '../aligned.ts';
import type { Bench } from '../options.ts';
import { type Cost, costsOf } from './measure.ts';
import { type Calls, scenes } from './scenes.ts';

/** The reference engine's calls, beside the fewest that the APIs allow. */
export async function benchCost({ values, say }: Bench): Promise<object> {
  const records = values.cost;
  const results: object[] = [];
  for (const scene of scenes) {
    const costs = await costsOf(scene, records);
    const head = ['calls of the API', 'writes', 'fewest', 'reads', 'fewest', 'above'];
    say(`${scene.name} (forced by the APIs: ${scene.forced})\n`);
    say(aligned([head, ...costs.map(row)]));
    results.push({ scene: scene.name, costs });
  }
  return { records, scenes: results };
}

function row({ step, calls, fewest }: Cost): readonly string[] {
  const { writes, reads } = calls;
  const above = 100 * (sum(calls) / sum(fewest) - 1);
  return [step, writes, fewest.writes, reads, fewest.reads, `${above.toFixed(1)} %`].map(String);
}

function sum({ reads, writes }: Calls): number {
  return reads + writes;
}
