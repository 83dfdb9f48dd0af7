import { deal, type Shard, shardName } from '../../checklist/shard.ts';
import { cut, visible } from '../../dataflow/visible.ts';
import { SyncproofError } from '../../errors.ts';
import { allRequirements } from './all-requirements.ts';
import { conclude } from './conclude.ts';
import { mergeRequirement } from './merge-requirement.ts';
import type { RequirementResult, Result, RunIdentity } from './model.ts';
import { type WaiverEntry, withWaivers } from './waivers.ts';

/** A partial result, with the share that it is of. */
interface Share {
  readonly shard: Shard;
  readonly result: Result;
  readonly requirements: ReadonlyMap<string, RequirementResult>;
}

/**
 * Makes one result of the partial results of one checklist, handed over in any order. Refuses
 * with `results` what is no shard, and shards of different documents, seeds, engines, versions
 * or divisions. A shard that is missing, or that stopped early, makes the whole incomplete.
 */
export function mergeResults(results: readonly Result[]): Result {
  const shares = results.map(shareOf).toSorted(byShard);
  const [first, ...others] = shares;
  if (first === undefined) throw refusal('there are none');
  for (const other of others) refuseOther(first, other);
  const { result, shard, requirements } = first;
  const owners = deal([...requirements.keys()], shard.total);
  const sections = result.sections.map((section) => ({
    ...section,
    requirements: section.requirements.map((each) =>
      gather(each, { shares, owner: owners.get(each.id), total: shard.total }),
    ),
  }));
  const verdicts = sections.flatMap((section) => section.requirements.map((each) => each.verdict));
  const run = mergeRuns(shares, result.run);
  const whole = { ...result, run, ...conclude(verdicts, run), sections, ...examination(shares) };
  return withWaivers(whole, openWaivers(whole));
}

/** The waivers of what was judged anew here: whatever else is waived was waived in its shard. */
function openWaivers(result: Result): readonly WaiverEntry[] {
  return allRequirements(result).flatMap(({ id, verdict, waiver }) =>
    waiver === undefined || verdict === 'waived' ? [] : [{ ...waiver, requirement: id }],
  );
}

function shareOf(result: Result): Share {
  const { shard, started } = result.run;
  if (shard === undefined) throw refusal(`the result of ${started} is no shard of a run`);
  return {
    shard,
    result,
    requirements: new Map(allRequirements(result).map((each) => [each.id, each])),
  };
}

function byShard(a: Share, b: Share): number {
  const later = a.result.run.started < b.result.run.started ? -1 : 1;
  return a.shard.index - b.shard.index || later;
}

function refuseOther(first: Share, other: Share): void {
  const [one, two] = [identityOf(first), identityOf(other)];
  for (const [name, value] of Object.entries(one)) {
    if (two[name] === value) continue;
    const said = visible(cut(two[name] ?? '', 80));
    throw refusal(
      `the ${name} of ${shardName(other.shard)} is ${said}, and that of ${shardName(first.shard)} is ${visible(cut(value, 80))}`,
    );
  }
}

/** What all shards of one run have in common. */
function identityOf({ shard, result }: Share): Readonly<Record<string, string>> {
  const { document, run } = result;
  return {
    "document's digest": document.digest,
    seed: String(run.seed),
    engine: run.engine,
    "syncproof's version": run.version,
    'number of shards': String(shard.total),
  };
}

interface Gathering {
  readonly shares: readonly Share[];
  /** The shard whose checks it is for. */
  readonly owner: number | undefined;
  readonly total: number;
}

function gather(known: RequirementResult, { shares, owner, total }: Gathering): RequirementResult {
  const [first, ...others] = shares.flatMap(({ shard, result, requirements }) => {
    const requirement = requirements.get(known.id);
    const tells = shard.index === owner || (requirement?.checks.length ?? 0) > 0;
    if (requirement === undefined || !tells) return [];
    return [{ by: `${shardName(shard)}, started ${result.run.started}`, requirement }];
  });
  if (first !== undefined) return mergeRequirement(first, ...others);
  const reason = `Its checks are for ${shardName({ index: owner ?? 0, total })}, whose result is missing.`;
  return { ...known, verdict: 'untested', reason };
}

/** From the first start to the last end. */
function mergeRuns(shares: readonly Share[], first: RunIdentity): RunIdentity {
  const runs = shares.map(({ result }) => result.run);
  const starts = runs.map(({ started }) => Date.parse(started));
  const ends = runs.map(({ started, durationMs }) => Date.parse(started) + durationMs);
  const begin = Math.min(...starts);
  const { shard: _, interrupted: __, ...rest } = first;
  const troubles = troublesOf(shares);
  return {
    ...rest,
    started: new Date(begin).toISOString(),
    durationMs: Math.max(...ends) - begin,
    ...(troubles.length === 0 ? {} : { interrupted: troubles.join('; ') }),
  };
}

function troublesOf(shares: readonly Share[]): readonly string[] {
  const total = shares[0]?.shard.total ?? 0;
  const missing = Array.from({ length: total }, (_, place) => place + 1)
    .filter((index) => shares.every(({ shard }) => shard.index !== index))
    .map((index) => `${shardName({ index, total })} is missing`);
  const stopped = shares.flatMap(({ shard, result: { run } }) =>
    run.interrupted === undefined ? [] : [`in ${shardName(shard)}, ${run.interrupted}`],
  );
  return [...missing, ...stopped];
}

/** Every shard examines the whole document, but for one that broke before it came to that. */
function examination(shares: readonly Share[]): Pick<Result, 'assumptions' | 'contracts'> {
  const results = shares.map(({ result }) => result);
  const examined = results.find(({ assumptions }) => assumptions.length > 0) ?? results[0];
  const contracts = results.find((result) => result.contracts !== undefined)?.contracts;
  return {
    assumptions: examined?.assumptions ?? [],
    ...(contracts === undefined ? {} : { contracts }),
  };
}

function refusal(problem: string): SyncproofError {
  return new SyncproofError(
    'results',
    `The results cannot be merged: ${problem}. Give all shards of one run, and nothing else.`,
  );
}
