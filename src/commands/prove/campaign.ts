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
  const [engines, reference] = await Promise.all([
    Promise.all(of.faults.map((fault) => engineProof(of, fault))),
    referenceProof(of),
  ]);
  return { engines, reference };
}

async function engineProof(of: Campaign, fault: Fault): Promise<EngineProof> {
  const { name, row, on, ...told } = fault;
  const elsewhere = on.filter((each) => each !== of.document.name);
  const first = await Promise.all([
    playOn(of, { engine: name, on: of.document, scenes: 'brief' }),
    ...elsewhere.map((each) => playOn(of, { engine: name, on: { name: each }, scenes: 'alarms' })),
  ]);
  const proof = { ...told, name, ...(row === undefined ? {} : { row }), ...together(first) };
  const [own = nothing] = first;
  const wider = await widened(proof, async () => [
    own,
    ...(await Promise.all(
      elsewhere.map((each) => playOn(of, { engine: name, on: { name: each }, scenes: 'brief' })),
    )),
  ]);
  return widened(wider, async () => {
    const until = fault.laws.filter((law) => !alarmsOf(wider).includes(law));
    if (until.length === 0) return [wider];
    const short = { engine: name, on: { name: on[0] ?? 'ours' }, scenes: 'small-scope' } as const;
    return [wider, await playOn(of, { ...short, until })];
  });
}

/** What more scenes tell of an engine that has fewer than two alarms. */
async function widened(
  proof: EngineProof,
  more: () => Promise<readonly Played[]>,
): Promise<EngineProof> {
  return alarmsOf(proof).length > 1 ? proof : { ...proof, ...together(await more()) };
}

async function referenceProof(of: Campaign): Promise<Proof['reference']> {
  const names = new Set(of.faults.flatMap(({ on }) => [...on]));
  names.delete(of.document.name);
  const played = Promise.all([
    playOn(of, { on: of.document, scenes: 'all' }),
    ...[...names].flatMap((name) => [
      playOn(of, { on: { name }, scenes: 'all' }),
      playOn(of, { on: { name }, scenes: 'small-scope' }),
    ]),
  ]);
  const simulated = await Promise.all(
    chunks(of.histories).map((each) => of.simulate({ ...each, seed: of.seed })),
  );
  return {
    ...together(await played),
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

const nothing: Played = { scenes: 0, rings: [] };

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
