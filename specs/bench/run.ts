import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, reportsFolder } from '../../src/config.ts';
import { benchCost } from './cost/bench.ts';
import { values } from './options.ts';
import { benchScale } from './scale/bench.ts';
import { benchTwins } from './twins.ts';

/**
 * `npm run bench -- [--only twins|cost|scale] [--full]`: the twins beside other stand-ins, the
 * reference engine's calls beside the fewest possible, and its time and memory by size.
 *
 * Twins: `--records N --seconds S --many N --peers FOLDER`; peers are looked for in FOLDER, where
 * somebody has put them by `npm i --prefix FOLDER json-server@0 @mockoon/commons-server wiremock`.
 * Cost: `--cost N` records. Scale: `--sizes N,N,...`; `--full` adds a million, which takes long,
 * and PostgreSQL with `--postgres N` records, where a container can be started.
 */
const benches = { cost: benchCost, scale: benchScale, twins: benchTwins } as const;
const chosen = Object.entries(benches).filter(
  ([name]) => values.only === undefined || name === values.only,
);
if (chosen.length === 0) throw new Error(`There is no bench "${values.only}"`);

const results: Record<string, object> = {};
for (const [name, bench] of chosen) {
  results[name] = await bench({ values, say: (text) => void process.stdout.write(`${text}\n`) });
}
const folder = join(projectRoot, reportsFolder);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exit(0);
