import { z } from 'zod';
import { Blocked } from '../broken-promise.ts';
import type { EngineReport } from '../system-under-test.ts';

/** Ids are numbers in some systems; here they are the texts that parties use. */
const id = z.union([z.string(), z.number()]).transform(String);

const record = z.object({
  side: z.enum(['source', 'target']),
  entity: z.string().exactOptional(),
  id,
});

const problem = z.object({ kind: z.string(), reason: z.string(), record: record.exactOptional() });

const conflict = z.object({
  record,
  property: z.string(),
  lost: z.json(),
  kept: z.json().exactOptional(),
});

const reportBody = z.object({
  problems: z.array(problem).default([]),
  conflicts: z.array(conflict).default([]),
});

/** What an engine that offers no report has said. Whoever asks for it is blocked: silence is no good news. */
export const silence: EngineReport = {
  silent: true,
  get problems(): never {
    throw new Blocked(unasked);
  },
  get conflicts(): never {
    throw new Blocked(unasked);
  },
};

const unasked =
  'The engine offers no report of its passes, so that nobody can ask whether it says what this check wants said.';

/** What is wrong with what should have been a report, for whoever wrote the engine. */
export interface NoReport {
  readonly fault: string;
}

/**
 * What a foreign engine says at the end of a pass, as JSON: `problems` and `conflicts`, each empty
 * where it is left out. An empty body is silence.
 */
export function parseEngineReport(body: string): EngineReport | NoReport {
  if (body.trim() === '') return silence;
  const { data, error } = reportBody.safeParse(json(body));
  if (error === undefined) return data;
  const [{ path = [], message = '' } = {}] = error.issues;
  return { fault: path.length === 0 ? 'it is no JSON object' : `${path.join('.')}: ${message}` };
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
