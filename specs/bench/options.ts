import { parseArgs } from 'node:util';

const isCi = process.env['CI'] !== undefined;

/** What `npm run bench` is told; see `run.ts`. */
export const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    full: { type: 'boolean', default: false },
    records: { type: 'string', default: isCi ? '1000' : '10000' },
    seconds: { type: 'string', default: isCi ? '0.2' : '1' },
    many: { type: 'string', default: isCi ? '20000' : '1000000' },
    peers: { type: 'string' },
    cost: { type: 'string', default: isCi ? '200' : '1000' },
    sizes: { type: 'string', default: isCi ? '500,2000' : '1000,10000,100000' },
    postgres: { type: 'string', default: '100000' },
  },
});

/** What each bench is given. */
export interface Bench {
  readonly values: typeof values;
  /** Says something to people. */
  say(text: string): void;
}
