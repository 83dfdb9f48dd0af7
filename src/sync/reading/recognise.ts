import { SyncproofError } from '../../errors.ts';
import type { Cycle } from '../context.ts';
import type { Problem } from '../cycle-report.ts';
import type { SectionPlan } from '../plan.ts';
import type { Link } from '../store/link.ts';

/** How many linked records of a section are looked at, and how many of them must be strange. */
const enough = { looked: 3, strange: 2 };

type Known = Pick<Cycle, 'plan' | 'store'>;

/** What an engine learns of where it is. */
export interface Recognition {
  /** Whether anything may be done: also where there is nothing to go by. */
  readonly isHome: boolean;
  /** Why not, or what could not be looked at. */
  readonly problems: readonly Problem[];
}

/** What the counterparts of one section say. */
interface Look {
  readonly isHome: boolean;
  readonly reason?: string;
}

/**
 * What an engine finds when it wakes in another company than that which its memory is of: records
 * that bear the ids of the counterparts that it made, and not its marker. No API that it reaches
 * says which company it is, so this is all that there is to go by: one marker may have been edited
 * by hand, and where records are merged many bear none.
 */
export async function recognise(known: Known): Promise<Recognition> {
  const problems: Problem[] = [];
  let isHome = true;
  for (const plan of known.plan.sections) {
    const found = await look(known, plan);
    if (found.reason !== undefined)
      problems.push({ kind: 'read', section: plan.heading, reason: found.reason });
    isHome &&= found.isHome;
  }
  return { isHome, problems };
}

async function look({ store }: Known, plan: SectionPlan): Promise<Look> {
  const { marker = '', provide = {} } = plan.settings;
  const provided = provide[marker];
  if (provided?.kind !== 'marker' || plan.mergeOn.length > 0) return { isHome: true };
  const made = plan.entity.target;
  let strange = 0;
  let unread: Pick<Look, 'reason'> = {};
  for (const { source, target } of await firstOf(store.links(plan.key))) {
    const record = await plan.port.target.read(target).catch(answered);
    if (record instanceof SyncproofError) {
      const reason = `whether ${made} are those that it made is not known: ${record.message}`;
      unread = { reason };
    } else if (record?.properties[marker] === `${provided.prefix}${source.id}`) {
      // One that cannot be read, as one that was merged away, says nothing of the others.
      return { isHome: true, ...unread };
    } else if (record !== undefined) strange += 1;
  }
  if (strange < enough.strange) return { isHome: unread.reason === undefined, ...unread };
  const company = `the ${made} that it made do not bear its marker`;
  return {
    isHome: false,
    reason: `${company}: this may be another company, and nothing is done`,
  };
}

function answered(cause: unknown): SyncproofError {
  if (cause instanceof SyncproofError && cause.code === 'answer') return cause;
  throw cause;
}

async function firstOf(links: AsyncIterable<Link>): Promise<readonly Link[]> {
  const first: Link[] = [];
  for await (const link of links) {
    if (link.broken === undefined) first.push(link);
    if (first.length === enough.looked) break;
  }
  return first;
}
