import { SyncproofError } from '../../errors.ts';
import type { Cycle } from '../context.ts';
import type { Problem } from '../cycle-report.ts';
import type { SectionPlan } from '../plan.ts';
import type { Link } from '../store/link.ts';

/** How many linked records of a section are looked at, and how many of them must be strange. */
const enough = { looked: 3, strange: 2 };

type Known = Pick<Cycle, 'plan' | 'store'>;

/**
 * What an engine finds when it wakes in another company than that which its memory is of: records
 * that bear the ids of the counterparts that it made, and not its marker. No API that it reaches
 * says which company it is, so this is all that there is to go by: one marker may have been edited
 * by hand, and where records are merged many bear none.
 */
export async function strangers(known: Known): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const plan of known.plan.sections) {
    const found = await isStrange(known, plan).catch(unread(plan));
    if (found === false) continue;
    const company = `the ${plan.entity.target} that it made do not bear its marker`;
    const reason =
      found === true ? `${company}: this may be another company, and nothing is done` : found;
    problems.push({ kind: 'read', section: plan.heading, reason });
  }
  return problems;
}

/** `false` also where there is nothing to go by. */
async function isStrange({ store }: Known, plan: SectionPlan): Promise<boolean> {
  const { marker = '', provide = {} } = plan.settings;
  const provided = provide[marker];
  if (provided?.kind !== 'marker' || plan.mergeOn.length > 0) return false;
  let strange = 0;
  let unreadable: SyncproofError | undefined;
  for (const { source, target } of await firstOf(store.links(plan.key))) {
    const record = await plan.port.target.read(target).catch(answered);
    if (record instanceof SyncproofError) unreadable = record;
    else if (record?.properties[marker] === `${provided.prefix}${source.id}`) return false;
    else if (record !== undefined) strange += 1;
  }
  if (strange < enough.strange && unreadable !== undefined) throw unreadable;
  return strange >= enough.strange;
}

/** One record that cannot be read, as one that was merged away, says nothing of the others. */
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

/** What cannot be looked at is not recognised either. */
function unread({ entity }: SectionPlan): (cause: unknown) => string {
  return (cause) => {
    if (!(cause instanceof SyncproofError) || cause.code !== 'answer') throw cause;
    return `whether ${entity.target} are those that it made is not known: ${cause.message}`;
  };
}
