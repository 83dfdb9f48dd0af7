import { z } from 'zod';
import { SyncproofError } from '../../errors.ts';
import { conclude } from './conclude.ts';
import type { RequirementResult, Result, Waiver } from './model.ts';

/** A waiver and the requirement that it is for: one entry of `waivers.json`. */
export interface WaiverEntry extends Waiver {
  readonly requirement: string;
}

const said = z.string().min(1);

const waiversSchema: z.ZodType<{
  readonly format: 'syncproof-waivers/1';
  readonly waivers: readonly WaiverEntry[];
}> = z.strictObject({
  format: z.literal('syncproof-waivers/1'),
  waivers: z.array(
    z.strictObject({ requirement: said, name: said, reason: said, until: z.iso.date() }),
  ),
});

/** Reads a waivers file. Refuses with `usage` one without a name, a reason or an end. */
export function parseWaivers(json: string): readonly WaiverEntry[] {
  try {
    return waiversSchema.parse(JSON.parse(json)).waivers;
  } catch (cause) {
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it is not JSON';
    const message = `The waivers cannot be read: ${problem}. Mend the file.`;
    throw new SyncproofError('usage', message, { cause });
  }
}

/**
 * The result with each waiver beside its requirement. One that still counts on the day of the run
 * makes a requirement that is not kept `waived`; a pass stays a pass, and one that has ended
 * changes nothing. Refuses with `usage` a waiver for a requirement that the document does not
 * have: it would waive nothing, unseen.
 */
export function withWaivers(result: Result, waivers: readonly WaiverEntry[]): Result {
  if (waivers.length === 0) return result;
  const open = new Map(waivers.map((waiver) => [waiver.requirement, waiver]));
  const day = result.run.started.slice(0, 10);
  const sections = result.sections.map((section) => ({
    ...section,
    requirements: section.requirements.map((requirement) => {
      const waiver = open.get(requirement.id);
      open.delete(requirement.id);
      return waiver === undefined ? requirement : waive(requirement, waiver, day);
    }),
  }));
  for (const id of open.keys()) {
    throw new SyncproofError(
      'usage',
      `There is a waiver for "${id}", which the document does not promise: remove it, or mend its id.`,
    );
  }
  const verdicts = sections.flatMap(({ requirements }) => requirements.map((each) => each.verdict));
  return { ...result, ...conclude(verdicts, result.run), sections };
}

function waive(requirement: RequirementResult, entry: WaiverEntry, day: string): RequirementResult {
  const { requirement: _, ...waiver } = entry;
  const { verdict, reason } = requirement;
  const counts = verdict !== 'passed' && day <= waiver.until;
  if (!counts) return { ...requirement, waiver };
  return { ...requirement, waiver, verdict: 'waived', reason: `It is ${verdict}: ${reason}` };
}
