import type { Verdict } from '../../../checklist/verdict.ts';
import type { Evidence, FieldRow } from '../../../evidence/evidence.ts';
import { grouped, isLong } from '../../text/long-text.ts';

type Limits = Readonly<Record<'steps' | 'exchanges' | 'fields', number>>;

/** As many as a page shows of one check's; of more, the first and the last half of this. */
const most: Limits = { steps: 30, exchanges: 16, fields: 60 };
/** What passed is looked at to see how, not to find out why: less will do. */
const mostOfPassed: Limits = { steps: 6, exchanges: 2, fields: 6 };

/** Evidence as far as a page shows it. */
export interface CutEvidence {
  readonly evidence: Evidence;
  /** What was left out, in words; `''` where nothing was. */
  readonly leftOut: string;
}

/** Cuts what is too much to read of a check with this verdict, and says what. */
export function cutEvidence(evidence: Evidence, verdict: Verdict): CutEvidence {
  const leftOut = omissions(evidence, verdict).join(', ');
  if (leftOut === '') return { evidence, leftOut };
  const { steps, exchanges, fields, ...rest } = evidence;
  const limits = limitsOf(verdict);
  return {
    evidence: {
      ...rest,
      steps: ends(steps, limits.steps),
      exchanges: ends(exchanges, limits.exchanges),
      fields: mappedFirst(fields, limits.fields),
    },
    leftOut,
  };
}

/** Whether a page does not show the evidence whole. */
export function isCut(evidence: Evidence, verdict: Verdict): boolean {
  return omissions(evidence, verdict).length > 0;
}

function limitsOf(verdict: Verdict): Limits {
  return verdict === 'passed' ? mostOfPassed : most;
}

function omissions(evidence: Evidence, verdict: Verdict): readonly string[] {
  const limits = limitsOf(verdict);
  const names = ['steps', 'exchanges', 'fields'] as const;
  return [
    ...names.map((name) => omitted(evidence[name], { name, most: limits[name] })),
    longTexts(evidence),
  ].filter((said) => said !== '');
}

function omitted(
  of: readonly unknown[],
  { name, most }: { readonly name: string; readonly most: number },
): string {
  const more = of.length - most;
  if (more <= 0) return '';
  return `${grouped(more)} of ${grouped(of.length)} ${name}${name === 'fields' ? '' : ' in the middle'}`;
}

function longTexts({ exchanges }: Evidence): string {
  const texts = exchanges.flatMap(({ request, response }) => [request, response]);
  const long = texts.filter(isLong).length;
  return long === 0 ? '' : `the ends of ${grouped(long)} ${long === 1 ? 'text' : 'texts'}`;
}

/** What the document promises is not cut before what it does not speak of; all in their order. */
function mappedFirst(fields: readonly FieldRow[], count: number): readonly FieldRow[] {
  const promised = ends(
    fields.filter(({ mapped }) => mapped),
    count,
  );
  const others = fields.filter(({ mapped }) => !mapped).slice(0, count - promised.length);
  const shown = new Set([...promised, ...others]);
  return fields.filter((field) => shown.has(field));
}

/** Both ends: the beginning says what was done, the end what came of it. */
function ends<T>(of: readonly T[], count: number): readonly T[] {
  return of.length <= count ? of : [...of.slice(0, count / 2), ...of.slice(-count / 2)];
}
