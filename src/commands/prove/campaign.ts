import type { EngineProof, Proof, Ring } from '../../report/proof/proof.ts';
import { alarmsOf } from '../../report/proof/standing.ts';
import type { Fault } from './fault.ts';
import type { Job, JobResult, On, Players } from './players.ts';

/** What is proved, and with what. */
export interface Campaign {
  /** The document, and the name by which results tell it. */
  readonly document: Extract<On, { path: string }> & { readonly name: string };
  readonly faults: readonly Fault[];
  readonly seed: number;
  /** Random histories for the engine that is right. */
  readonly histories: number;
  readonly play: Players['play'];
  readonly simulate: Players['simulate'];
  /** Called as each engine is done with one document. */
  readonly onPlayed: (job: Job, result: JobResult) => void;
}

/**
 * Plays every faulty engine in the scenes of the document and where its alarms are to ring, and
 * the reference engine in the same. A fault should not hang on a single law: whoever has one alarm
 * only is then played in the scenes of the documents that it has alarms on, and after that in
 * every short history. Thorough checks take part where an engine names them: they are a third of
 * the time, and what only they catch does.
 */
export async function campaign(of: Campaign): Promise<Pick<Proof, 'engines' | 'reference'>> {
  const [engines, scenes] = await Promise.all([
    Promise.all(of.faults.map((fault) => engineProof(of, fault))),
    referenceScenes(of),
  ]);
  return {
    engines: engines.map(({ proof }) => proof),
    reference: await referenceProof(of, { scenes, engines }),
  };
}

/** What was found out about an engine, and on which document it was played short histories. */
interface Tried {
  readonly proof: EngineProof;
  readonly shortOn?: string;
}

async function engineProof(of: Campaign, fault: Fault): Promise<Tried> {
  const { name, row, on, ...told } = fault;
  const elsewhere = on.filter((each) => each !== of.document.name);
  const first = await Promise.all([
    playOn(of, { engine: name, on: of.document, scenes: 'brief' }),
    ...elsewhere.map((each) => playOn(of, { engine: name, on: { name: each }, scenes: 'alarms' })),
  ]);
  const alarms = { ...told, name, ...(row === undefined ? {} : { row }), ...together(first) };
  if (alarmsOf(alarms).length > 1) return { proof: alarms };
  const wider = await Promise.all(
    elsewhere.map((each) => playOn(of, { engine: name, on: { name: each }, scenes: 'rest' })),
  );
  const proof = { ...alarms, ...together([...first, ...wider]) };
  const until = fault.laws.filter((law) => !alarmsOf(proof).includes(law));
  const [shortOn] = on;
  if (alarmsOf(proof).length > 1 || until.length === 0 || shortOn === undefined) return { proof };
  const job = { engine: name, on: { name: shortOn }, scenes: 'small-scope', until } as const;
  return { proof: { ...proof, ...together([proof, await playOn(of, job)]) }, shortOn };
}

/** The engine that is right, in every scene that a faulty one may be played in. */
function referenceScenes(of: Campaign): Promise<readonly Played[]> {
  const names = new Set(of.faults.flatMap(({ on }) => [...on]));
  names.delete(of.document.name);
  return Promise.all([
    playOn(of, { on: of.document, scenes: 'all' }),
    ...[...names].map((name) => playOn(of, { on: { name }, scenes: 'all' })),
  ]);
}

async function referenceProof(
  of: Campaign,
  { scenes, engines }: { readonly scenes: readonly Played[]; readonly engines: readonly Tried[] },
): Promise<Proof['reference']> {
  const shortOn = new Set(engines.flatMap((each) => each.shortOn ?? []));
  const short = Promise.all(
    [...shortOn].map((name) => playOn(of, { on: { name }, scenes: 'small-scope' })),
  );
  const simulated = await Promise.all(
    chunks(of.histories).map((each) => of.simulate({ ...each, seed: of.seed })),
  );
  return {
    ...together([...scenes, ...(await short)]),
    histories: simulated.reduce((sum, { histories }) => sum + histories, 0),
    broken: simulated.flatMap(({ broken }) => [...broken]),
  };
}

/** Random histories in handfuls, so that all threads have some. */
function chunks(histories: number): readonly { readonly from: number; readonly to: number }[] {
  const size = 50;
  return Array.from({ length: Math.ceil(histories / size) }, (_, index) => ({
    from: index * size,
    to: Math.min(histories, (index + 1) * size),
  }));
}

interface Played {
  readonly scenes: number;
  readonly rings: readonly Ring[];
}

async function playOn(of: Campaign, job: Omit<Job, 'seed'>): Promise<Played> {
  const whole = { ...job, seed: of.seed };
  const result = await of.play(whole);
  of.onPlayed(whole, result);
  const own = 'path' in job.on;
  const document = 'name' in job.on ? job.on.name : of.document.name;
  return {
    scenes: result.scenes,
    rings: result.rings.map((ring) => ({ document, own, ...ring })),
  };
}

function together(played: readonly Played[]): Played {
  return {
    scenes: played.reduce((sum, { scenes }) => sum + scenes, 0),
    rings: played.flatMap(({ rings }) => rings),
  };
}
