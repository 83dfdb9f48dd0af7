import { z } from 'zod';
import { Blocked } from '../broken-promise.ts';
import type { EngineReport } from '../system-under-test.ts';

/** Ids are numbers in some systems; here they are the texts that parties use. */
const id = z.union([z.string(), z.number()]).transform(String);

const reportBody = z.object({
  problems: z
    .array(
      z.object({
        kind: z.string(),
        reason: z.string(),
        record: z
          .object({ side: z.enum(['source', 'target']), entity: z.string().optional(), id })
          .optional(),
      }),
    )
    .default([]),
  conflicts: z.array(z.object({ sourceId: id, lost: z.json() })).default([]),
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

/**
 * What a foreign engine says at the end of a pass, as JSON: `problems` and `conflicts`, each empty
 * where it is left out. An empty body is silence. `undefined` for anything that is no report.
 */
export function parseEngineReport(body: string): EngineReport | undefined {
  if (body.trim() === '') return silence;
  const { data } = reportBody.safeParse(json(body));
  return data === undefined ? undefined : withoutAbsent(data);
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function withoutAbsent({ problems, conflicts }: z.infer<typeof reportBody>): EngineReport {
  return {
    conflicts,
    problems: problems.map(({ record, ...problem }) => {
      if (record === undefined) return problem;
      const { entity, ...named } = record;
      return { ...problem, record: entity === undefined ? named : { ...named, entity } };
    }),
  };
}
