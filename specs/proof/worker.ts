import { faultyEngines } from '../../fixtures/faulty-engines/all.ts';
import type { FaultyEngine } from '../../fixtures/faulty-engines/faulty-engine.ts';
import type { Histories, Job, JobResult, On, Simulated } from '../../src/commands/prove/players.ts';
import { SyncproofError } from '../../src/errors.ts';
import { allChecks } from '../../src/harness/checks/registry.ts';
import { ownExpectations } from '../../src/harness/invariants/judge.ts';
import { type EngineUnderTest, referenceEngine } from '../../src/sync/engine-under-test.ts';
import { played, type Scene, sceneOf } from '../faulty-engines/scene.ts';
import { playRandom, seedOf } from '../simulation/simulate.ts';
import { type Stage, stages } from '../simulation/stages.ts';
import { tell } from '../simulation/story.ts';
import { playSmallScope } from './play-histories.ts';
import { documentOf } from './proved-document.ts';
import { sceneId, scenesOf } from './scenes.ts';

/** Plays one engine in scenes of a document; runs in a thread of its own, beside others. */
export async function playScenes(job: Job): Promise<JobResult> {
  const { engine: name, on, scenes, ...how } = job;
  const faulty = name === undefined ? undefined : faultyEngine(name);
  if (scenes === 'small-scope') {
    return playSmallScope({
      ...how,
      engine: faulty ?? referenceEngine,
      document: await documentOf(on),
    });
  }
  const chosen = chosenFrom(scenesOf(await documentOf(on)), job, faulty);
  const rings: JobResult['rings'][number][] = [];
  const engine = faulty ?? referenceEngine;
  for (const scene of chosen) rings.push(...(await rung(scene, { engine, ...how })));
  return { scenes: chosen.length, rings };
}

function chosenFrom(
  all: readonly Scene[],
  { on, scenes }: Job,
  engine: FaultyEngine | undefined,
): readonly Scene[] {
  const byName = new Set(engine?.caught.map(({ check }) => check));
  switch (scenes) {
    case 'alarms':
      return alarmScenes(on, engine === undefined ? faultyEngines : [engine]);
    case 'brief':
      return all.filter(({ check }) => !check.thorough || byName.has(check.id));
    default:
      return all;
  }
}

/** Plays the engine that is right in random histories, dealt out to all documents in turn. */
export async function playHistories({ from, to, seed }: Histories): Promise<Simulated> {
  const broken: string[] = [];
  for (let index = from; index < to; index += 1) {
    const stage = stages[index % stages.length];
    if (stage === undefined) break;
    broken.push(...(await brokenIn(stage, seedOf(seed, index))));
  }
  return { histories: to - from, broken };
}

/** The story of a broken law; one that breaks the harness is told as well, and takes no other with it. */
async function brokenIn({ document, name }: Stage, seed: number): Promise<readonly string[]> {
  try {
    const found = await playRandom(document, seed);
    return found === undefined ? [] : [tell(found, name)];
  } catch (cause) {
    return [`The history of seed ${seed} on ${name} broke the harness: ${String(cause)}`];
  }
}

/** The ids of all scenes of a document, in its order. */
export async function listScenes({ on }: { readonly on: On }): Promise<readonly string[]> {
  return scenesOf(await documentOf(on)).map(sceneId);
}

function faultyEngine(name: string): FaultyEngine {
  const engine = faultyEngines.find((each) => each.name === name);
  if (engine === undefined) throw new SyncproofError('check', `No faulty engine is "${name}".`);
  return engine;
}

/** The scenes on a proving document in which alarms of these engines are to ring, each once. */
function alarmScenes(on: Job['on'], engines: readonly FaultyEngine[]): readonly Scene[] {
  const scenes = engines
    .flatMap(({ caught }) => [...caught])
    .filter((alarm) => 'name' in on && (alarm.on ?? 'contacts') === on.name)
    .map(sceneOf);
  return [...new Map(scenes.map((scene) => [sceneId(scene), scene])).values()];
}

interface Playing extends Pick<Job, 'seed' | 'lawsOff'> {
  readonly engine: EngineUnderTest;
}

const checkIds = new Set(allChecks.map(({ id }) => id));

function lawsIn(off: readonly string[]): ReadonlySet<string> {
  return new Set(off.map((alarm) => (checkIds.has(alarm) ? ownExpectations : alarm)));
}

/** A scene that is passed rings nothing; one that cannot be judged rings, but proves nothing. */
async function rung(
  scene: Scene,
  { engine, seed, lawsOff = [] }: Playing,
): Promise<JobResult['rings']> {
  const { requirement, check, subject } = scene;
  const at = { requirement: requirement.id, check: check.id };
  try {
    const run = await played(scene, { engine, seed, lawsOff: lawsIn(lawsOff) });
    const { verdict, violation, reason, alsoBroken: others = [] } = run;
    if (verdict === 'blocked') return [{ ...at, verdict, law: '', others, reason }];
    if (verdict !== 'failed') return [];
    const law = violation?.law ?? '';
    const rang = law === check.title(subject) ? check.id : law;
    return [{ ...at, verdict, law: rang, others, reason }];
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return [{ ...at, verdict: 'inconclusive', law: '', others: [], reason }];
  }
}
