import { InvalidArgumentError, Option } from 'commander';
import { wholeNumber } from '../../src/commands/whole-number.ts';
import { handProgram } from '../program.ts';

const isCi = process.env['CI'] !== undefined;

interface BenchFlags {
  readonly only?: 'twins' | 'cost' | 'scale';
  readonly full: boolean;
  readonly records: number;
  readonly seconds: number;
  readonly many: number;
  readonly peers?: string;
  readonly cost: number;
  readonly sizes: readonly number[];
  readonly postgres?: number;
}

/** What `npm run bench` is told. */
export const values = handProgram(
  'bench',
  "Measures the twins beside other stand-ins, the reference engine's calls beside the fewest possible, and its time and memory by size.",
)
  .addOption(new Option('--only <bench>', 'one of them').choices(['twins', 'cost', 'scale']))
  .option('--full', 'scale: a million records too, which takes long, and PostgreSQL', false)
  .option('--records <number>', 'twins: records that are read', wholeNumber, isCi ? 1000 : 10_000)
  .option('--seconds <number>', 'twins: how long each is asked', seconds, isCi ? 0.2 : 1)
  .option(
    '--many <number>',
    'twins: records of the largest',
    wholeNumber,
    isCi ? 20_000 : 1_000_000,
  )
  .option(
    '--peers <folder>',
    'twins: where somebody has put others by npm i --prefix FOLDER json-server@0 @mockoon/commons-server wiremock',
  )
  .option('--cost <number>', 'cost: records of a first pass', wholeNumber, isCi ? 200 : 1000)
  .option('--sizes <numbers>', 'scale: records, such as 1000,10000', sizes, sizesOf(isCi))
  .option('--postgres <number>', 'scale: records on PostgreSQL, 100000 with --full', wholeNumber)
  .parse()
  .opts<BenchFlags>();

function seconds(text: string): number {
  const number = Number(text);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError('It must be a number above 0, such as 0.5.');
}

function sizes(text: string): readonly number[] {
  return text.split(',').map(wholeNumber);
}

function sizesOf(inCi: boolean): readonly number[] {
  return inCi ? [500, 2000] : [1000, 10_000, 100_000];
}

/** What each bench is given. */
export interface Bench {
  readonly values: typeof values;
  /** Says something to people. */
  say(text: string): void;
}
