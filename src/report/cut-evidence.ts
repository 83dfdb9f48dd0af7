import type { Evidence } from '../evidence/evidence.ts';
import { grouped, isLong } from './long-text.ts';

/** As many as a page shows of one check's; of more, the first and the last half of this. */
const most = { steps: 30, exchanges: 16, fields: 60 } as const;

/** Evidence as far as a page shows it. */
export interface CutEvidence {
  readonly evidence: Evidence;
  /** What was left out, in words; `''` where nothing was. */
  readonly leftOut: string;
}

/** Cuts what is too much to read, and says what. */
export function cutEvidence(evidence: Evidence): CutEvidence {
  const leftOut = omissions(evidence).join(', ');
  if (leftOut === '') return { evidence, leftOut };
  const { steps, exchanges, fields, ...rest } = evidence;
  return {
    evidence: {
      ...rest,
      steps: ends(steps, most.steps),
      exchanges: ends(exchanges, most.exchanges),
      fields: ends(fields, most.fields),
    },
    leftOut,
  };
}

/** Whether a page does not show the evidence whole. */
export function isCut(evidence: Evidence): boolean {
  return omissions(evidence).length > 0;
}

function omissions(evidence: Evidence): readonly string[] {
  return [
    middle(evidence.steps, 'steps'),
    middle(evidence.exchanges, 'exchanges'),
    middle(evidence.fields, 'fields'),
    longTexts(evidence),
  ].filter((said) => said !== '');
}

function middle(of: readonly unknown[], name: keyof typeof most): string {
  const more = of.length - most[name];
  return more <= 0 ? '' : `${grouped(more)} of ${grouped(of.length)} ${name} in the middle`;
}

function longTexts({ exchanges, steps }: Evidence): string {
  const texts = [
    ...exchanges.flatMap(({ request, response }) => [request, response]),
    ...steps.map(({ text }) => text),
  ];
  const long = texts.filter(isLong).length;
  return long === 0 ? '' : `the ends of ${grouped(long)} ${long === 1 ? 'text' : 'texts'}`;
}

/** Both ends: the beginning says what was done, the end what came of it. */
function ends<T>(of: readonly T[], count: number): readonly T[] {
  return of.length <= count ? of : [...of.slice(0, count / 2), ...of.slice(-count / 2)];
}
