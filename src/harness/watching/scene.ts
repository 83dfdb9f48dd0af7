import type { ChangeEntry, RequestEntry } from '../../evidence/ledger.ts';
import type { Redactor } from '../../evidence/redaction.ts';
import type { Settings, Side } from '../../settings.ts';
import type { Properties, Value } from '../../value.ts';
import { type Bench, benches } from '../basis/bench.ts';
import type { Rewrite } from '../fault-rule.ts';
import type { EngineReport } from '../system-under-test.ts';
import type { World } from '../world.ts';
import type { Hiding } from './hiding.ts';
import { createHistory, type History } from './history.ts';
import { createPairing, type Pairing } from './pairing.ts';
import { rewritten as asStored } from './rewritten.ts';
import { type Telling, tellingOf } from './telling.ts';
import { createTraffic, type Hasty } from './traffic.ts';
import { createUnanswered, type Unanswered } from './unanswered.ts';

/** What invariants are judged by: the ledger and the twins, never the engine's own state. */
export interface Scene {
  readonly settings: Settings;
  /** Masks the systems' secrets: what it changes holds one. */
  readonly gate: Redactor;
  readonly benches: readonly Bench[];
  readonly pairings: readonly Pairing[];
  readonly history: History;
  /** What the ledger has gained since the last judgement. */
  readonly fresh: {
    readonly changes: readonly ChangeEntry[];
    readonly requests: readonly RequestEntry[];
  };
  /** Set when nobody has edited and nothing has failed for as long as the engine may take to settle. */
  readonly atRest: boolean;
  /** Writes that were stored since the scene came to rest; one that fails and is tried again is reported instead. */
  readonly stirrings: readonly RequestEntry[];
  /** All that the engine has said so far, pass by pass. */
  readonly told: readonly Telling[];
  /** How long the ledger was whenever an engine was started after the first: after a death, a restart, beside another. */
  readonly starts: readonly number[];
  /** Writes so far of which the engine cannot know whether they were done. */
  readonly unanswered: Unanswered;
  /** What the engine is shown no more, nothing else being wrong. */
  readonly hiding: Hiding | undefined;
  /** What was sent in the last pass too soon after another request. */
  readonly hasty: readonly Hasty[];
  read(side: Side, entity: string, id: string): Promise<Properties | undefined>;
  /** What the system makes of a value when it stores it, where a scenario has it rewrite. */
  stored(side: Side, property: string, value: Value): Value;
}

/** Whether a request wrote, and the system said that it is done, which a fault did not keep it from. */
export function isStored({ mutating, refused, status, fault = '' }: RequestEntry): boolean {
  const isKept = /\bF3: [^;]*before any effect/.test(fault);
  return mutating && !refused && !isKept && status >= 200 && status < 300;
}

/** What the harness knows of a run beside ledger and twins. */
export interface Moment {
  /** The ledger's length when the engine should have settled; absent while it need not have. */
  readonly restingSince: number | undefined;
  /** By `side property`, what a system makes of the values that it stores there. */
  readonly rewritten: ReadonlyMap<string, Rewrite>;
  /** As the scene's. */
  readonly hiding: Hiding | undefined;
  /** What the engine said of its last cycle. */
  readonly report: EngineReport | undefined;
  /** As the scene's. */
  readonly starts: readonly number[];
}

/** The harness's standing knowledge of one world, from which scenes are taken. */
export interface Watch {
  readonly pairings: readonly Pairing[];
  /** Takes in all that happened since the last scene. */
  scene(moment: Moment): Promise<Scene>;
}

export function watch(world: World): Watch {
  const history = createHistory(world.ledger);
  const all = benches(world);
  const pairings = all.map((bench) => createPairing(bench, history));
  const { parties, settings, gate, ledger } = world;
  const told: Telling[] = [];
  const traffic = createTraffic();
  const unanswered = createUnanswered();
  const look = async (atRest: boolean): Promise<Scene['fresh']> => {
    const fresh = history.refresh();
    for (const pairing of pairings) {
      const { entity } = pairing.bench;
      await pairing.learn(fresh.changes, async (id) =>
        Object.values((await parties.target.read(entity.target, id)) ?? {}),
      );
      if (atRest) pairing.settle();
    }
    return fresh;
  };
  const scene: Watch['scene'] = async ({ restingSince: since, rewritten: rewrites, ...moment }) => {
    const { report, starts, hiding } = moment;
    const fresh = await look(since !== undefined);
    unanswered.take(fresh.requests);
    if (report !== undefined) told.push(tellingOf(fresh, { report, upTo: ledger.entries.length }));
    return {
      settings,
      gate,
      starts,
      hiding,
      unanswered,
      hasty: traffic.take(fresh.requests, starts),
      told,
      benches: all,
      pairings,
      history,
      fresh,
      atRest: since !== undefined,
      stirrings: stirringsIn(fresh, since),
      read: (side, entity, id) => parties[side].read(entity, id),
      stored: (side, property, value) => asStored(rewrites.get(`${side} ${property}`), value),
    };
  };
  return { pairings, scene };
}

function stirringsIn(
  { requests }: Scene['fresh'],
  since: number | undefined,
): readonly RequestEntry[] {
  if (since === undefined) return [];
  return requests.filter((request) => request.seq > since && isStored(request));
}
