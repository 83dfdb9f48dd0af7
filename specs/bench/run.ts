import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, reportsFolder } from '../../src/config.ts';
import { benchCost } from './cost/bench.ts';
import { values } from './options.ts';
import { benchScale } from './scale/bench.ts';
import { benchTwins } from './twins.ts';

/** `npm run bench`: prints its tables and leaves `reports/bench.json`; see `options.ts`. */
const benches = { cost: benchCost, scale: benchScale, twins: benchTwins } as const;
const chosen = Object.entries(benches).filter(
  ([name]) => values.only === undefined || name === values.only,
);

const results: Record<string, object> = {};
for (const [name, bench] of chosen) {
  results[name] = await bench({ values, say: (text) => void process.stdout.write(`${text}\n`) });
}
const folder = join(projectRoot, reportsFolder);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exit(0);
