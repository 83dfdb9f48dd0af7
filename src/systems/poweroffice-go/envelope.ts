import { z } from 'zod';
import type { WriteOutcome } from '../../sync/port.ts';
import type { Call } from '../http/call.ts';
import type { ApiClient } from '../http/client.ts';
import { misshapen, refusal, unusable } from '../http/reasons.ts';

/** What came of one call: its data, or why there is none. */
export type GoResult =
  | { readonly kind: 'data'; readonly envelope: unknown }
  | Exclude<WriteOutcome, { readonly kind: 'stored' | 'gone' }>;

const validation = z.looseObject({
  summary: z.string().nullish(),
  fields: z.record(z.string(), z.unknown()).nullish(),
});

/** An RFC 9110 problem where data should be: `success` is true all the same (apis.md S2). */
const problem = z.looseObject({
  title: z.string(),
  status: z.int().min(400),
  errors: z.record(z.string(), z.unknown()).nullish(),
});

const success = z.looseObject({ success: z.literal(true), data: z.unknown() });
const failure = z.looseObject({
  success: z.literal(false),
  validation: validation.optional().catch(undefined),
});

/**
 * Sends one call and judges its answer by the envelope, because the status says little: a
 * business failure is a 200 (apis.md 1.4, S1). Never throws.
 */
export async function ask(api: ApiClient, call: Call): Promise<GoResult> {
  const answer = await api.send(call);
  if (answer.kind === 'failed' || answer.kind === 'unknown') return answer;
  const { status } = answer;
  const asked = { system: api.system, call };
  const refused = (words: string): GoResult => ({
    kind: 'refused',
    reason: refusal(asked, { words, status }),
  });
  const no = failure.safeParse(answer.body);
  if (no.success) return refused(validationWords(no.data.validation));
  const trouble = problem.safeParse(answer.body);
  if (trouble.success) return refused(problemWords(trouble.data));
  if (answer.kind === 'rejected') return refused('it did not say why');
  const yes = success.safeParse(answer.body);
  if (!yes.success) return { kind: 'unknown', reason: unusable(asked, misshapen(yes.error)) };
  const bound = problem.safeParse(yes.data.data);
  return bound.success ? refused(problemWords(bound.data)) : { kind: 'data', envelope: yes.data };
}

function validationWords(said: z.infer<typeof validation> | undefined): string {
  return wordsOf(said?.summary, said?.fields);
}

function problemWords({ title, errors }: z.infer<typeof problem>): string {
  return wordsOf(title, errors);
}

type Fields = Readonly<Record<string, unknown>> | null | undefined;

function wordsOf(summary: string | null | undefined, fields: Fields): string {
  const single = Object.entries(fields ?? {}).map(([name, text]) => `${name}: ${text}`);
  const words = [summary ?? '', ...single].filter((text) => text !== '');
  return words.length === 0 ? 'it did not say why' : words.join('; ');
}
