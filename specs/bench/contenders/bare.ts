import { fileURLToPath } from 'node:url';
import type { Start } from './contender.ts';
import { plainShots } from './plain-shots.ts';
import { started } from './process.ts';

/** `node:http` with a fixed answer: no server in Node can be faster. */
export const startBare: Start = async ({ records }) => {
  const program = fileURLToPath(import.meta.resolve('../servers/bare.ts'));
  const { line, stop } = await started(process.execPath, [program]);
  return {
    ...{ name: 'bare node:http', origin: line, keeps: 'nothing', stop },
    shots: plainShots({ records, lists: '?since=now', update: 'PATCH' }),
  };
};
