import type { Broken } from './simulate.ts';

/** A history as a short story, with the command that plays it again. */
export function tell({ seed, steps, played }: Broken, on: string): string {
  const { violation } = played;
  const lines = played.evidence().steps.map(({ lane, text }) => `  ${lane.padEnd(6)} ${text}`);
  const verdict =
    violation === undefined
      ? ['No law was broken.']
      : [
          `${violation.law}: ${violation.message}`,
          ...(violation.expected === undefined ? [] : [`  expected ${violation.expected}`]),
          ...(violation.found === undefined ? [] : [`  found    ${violation.found}`]),
        ];
  const replay = `npm run simulate -- --seed ${seed} --on ${on} --replay '${JSON.stringify(steps).replaceAll("'", "'\\''")}'`;
  return `${[...verdict, '', ...lines, '', replay].join('\n')}\n`;
}
