import { ourTwins } from '../../../fixtures/twins/our-twins.ts';
import { serve } from '../../../mocks/serve/serve.ts';
import { wallClock } from '../../../src/clock.ts';
import { defaultSeed } from '../../../src/config.ts';

/** Serves what `syncproof twins` serves, but without the rate limit: `twins.ts RECORDS`. */
const [, , records = ''] = process.argv;
const seed = defaultSeed;
const requestsPerSecond = Number.POSITIVE_INFINITY;
const { twins, control } = await serve({
  kinds: ourTwins({ seed, records: Number(records), requestsPerSecond }),
  ...{ seed, port: 0, clock: wallClock, faults: '[]' },
  onDefect: (defect) => {
    throw defect;
  },
});
process.stdout.write(`${JSON.stringify({ twins, control })}\n`);
