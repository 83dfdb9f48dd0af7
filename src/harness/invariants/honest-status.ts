import type { Violation } from '../../checklist/violation.ts';
import type { RequestEntry } from '../../evidence/ledger.ts';
import { inWords, recordName } from '../basis/bench.ts';
import type { RecordName } from '../basis/record-name.ts';
import type { ReportedRecord } from '../system-under-test.ts';
import { addressed } from '../watching/addressed.ts';
import { differences } from '../watching/gaps.ts';
import { idOn, type Pairing } from '../watching/pairing.ts';
import { isMeant } from '../watching/reported.ts';
import { requestInWords } from '../watching/request-in-words.ts';
import type { Scene } from '../watching/scene.ts';
import type { Invariant } from './invariant.ts';

/**
 * What the engine says of a pass is so: where a request came to nothing, or none was sent, it says
 * that something is open, each thing with its reason; and at rest it calls nothing open that has
 * arrived.
 */
export const honestStatus: Invariant = {
  law: 'I12 honest status',
  judge: async (scene) => {
    const last = scene.told.at(-1);
    if (last === undefined || last.report.died === true) return [];
    return [...(await silent(scene)), ...unreasoned(scene), ...(await crying(scene))];
  },
};

/** A pass that is said to be all right, and was not: something failed in it, or nothing was looked at. */
async function silent(scene: Scene): Promise<readonly Violation[]> {
  const { told, fresh, pairings } = scene;
  const last = told.at(-1);
  if (last?.report.problems.length !== 0) return [];
  if (fresh.requests.length === 0 && pairings.some(({ pairs }) => pairs.length > 0)) {
    const what = 'the engine has records to keep in sync and asked nothing of either system';
    return [broken(`${what}, and says that all is well`)];
  }
  for (const failed of last.trouble) {
    if (await isSettled(scene, failed)) continue;
    const what = requestInWords(failed);
    return [broken(`${what} came to nothing, and the engine says that all is well`)];
  }
  return [];
}

/**
 * Whether somebody edited the very record in the same pass, and the engine decided anew: it wrote
 * the other way, and the two say the same.
 */
async function isSettled(scene: Scene, failed: RequestEntry): Promise<boolean> {
  const id = addressed(failed);
  const { changes } = scene.fresh;
  const edited = changes.find(
    (change) => change.author === 'user' && change.system === failed.system && change.id === id,
  );
  if (!failed.mutating || edited === undefined) return false;
  const meant = scene.pairings.flatMap((pairing) =>
    (['source', 'target'] as const)
      .filter((side) => pairing.bench.system[side] === edited.system)
      .filter((side) => pairing.bench.entity[side] === edited.entity)
      .map((side) => ({ pairing, side })),
  );
  const pairs = meant.flatMap(({ pairing: { bench, pairs }, side }) =>
    pairs.filter((pair) => idOn(side, pair) === id).map((pair) => differences(scene, bench, pair)),
  );
  const open = await Promise.all(pairs);
  if (open.length > 0) return open.every((rows) => rows?.length === 0);
  // Who is merged with whom is known once all is at rest: until then what was written instead tells it.
  return (
    meant.some(({ pairing, side }) => pairing.mayBeMerged(side, id)) &&
    changes.some((change) => change.author === 'engine' && change.system !== edited.system)
  );
}

function unreasoned({ told }: Scene): readonly Violation[] {
  return (told.at(-1)?.report.problems ?? [])
    .filter(({ reason }) => reason.trim() === '')
    .map(({ kind }) => broken(`the engine reports a problem ("${kind}") without a reason`));
}

/** Problems that are told of records which have all that they should have. */
async function crying(scene: Scene): Promise<readonly Violation[]> {
  if (!scene.atRest) return [];
  const violations: Violation[] = [];
  for (const { kind, record } of scene.told.at(-1)?.report.problems ?? []) {
    if (record === undefined) continue;
    const { side, id } = record;
    const concerned = scene.pairings.filter(
      ({ bench }) =>
        isMeant(record, { side, id, entity: bench.entity[side] }) &&
        isLive(scene, recordName(bench, side, id)),
    );
    const [first] = concerned;
    if (first === undefined) continue;
    const whole = await Promise.all(concerned.map((pairing) => agrees(scene, pairing, record)));
    if (!whole.every((each) => each)) continue;
    const name = inWords(recordName(first.bench, side, id));
    violations.push(broken(`the engine reports ${name} ("${kind}"), and nothing is wrong with it`));
  }
  return violations;
}

function isLive({ history }: Scene, record: RecordName): boolean {
  return history.changes(record).length > 0 && !history.gone(record);
}

async function agrees(
  scene: Scene,
  { bench, pairs }: Pairing,
  { side, id }: Pick<ReportedRecord, 'side' | 'id'>,
): Promise<boolean> {
  const pair = pairs.find((each) => idOn(side, each) === id);
  if (pair === undefined) return false;
  return (await differences(scene, bench, pair))?.length === 0;
}

function broken(message: string): Violation {
  return { law: honestStatus.law, message };
}
