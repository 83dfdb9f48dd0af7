import { resultJsonSchema } from '../report/result/result-json-schema.ts';
import { type Console, exitCodes } from './console.ts';

/** `syncproof schema`: prints the JSON schema of `checklist.json`. */
export function schema(console: Console): number {
  console.out(resultJsonSchema());
  return exitCodes.ok;
}
