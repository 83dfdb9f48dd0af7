import type { EngineProof, Proof } from '../../report/proof/proof.ts';
import { alarmsOf } from '../../report/proof/standing.ts';
import { behindAlarms, isTwiceCaught } from './behind-alarms.ts';
import type { Fault } from './fault.ts';
import { type Played, together } from './played.ts';
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
  /** Called with the number of random histories that have been played since the last call. */
  readonly onSimulated: (histories: number) => void;
}

/** The document that has every type of property between two plain systems, on which short histories are played. */
const plain = 'contacts';

/**
 * Plays every faulty engine in the scenes of the document and where its alarms are to ring, and
 * the reference engine in the same, in every short history and in random ones. A fault should not
 * hang on a single law: where one alarm only has rung, or none of its laws, the same scenes are
 * played with what rang switched off; and who is then still without a second, and without a reason, is played every
 * short history. An engine that the run was stopped at is left out. Thorough checks take part
 * where an engine names them: they are a third of the time, and what only they catch does.
 */
export async function campaign(of: Campaign): Promise<Pick<Proof, 'engines' | 'reference'>> {
  const [engines, scenes] = await Promise.all([
    Promise.all(of.faults.map((fault) => engineProof(of, fault))),
    referenceScenes(of),
  ]);
  return {
    engines: engines.filter((engine) => engine !== undefined),
    reference: await referenceProof(of, scenes),
  };
}

async function engineProof(of: Campaign, fault: Fault): Promise<EngineProof | undefined> {
  const { on, ...told } = fault;
  const play = (job: Omit<Job, 'engine' | 'seed'>): Promise<Played> =>
    playOn(of, { ...job, engine: fault.name });
  const elsewhere = on.filter((each) => each !== of.document.name);
  const first = await Promise.all([
    play({ on: of.document, scenes: 'brief' }),
    ...elsewhere.map((each) => play({ on: { name: each }, scenes: 'alarms' })),
  ]);
  const rung = together(first);
  const found: EngineProof = { ...told, scenes: rung.scenes, rings: rung.rings };
  if (rung.stopped) return undefined;
  if (isTwiceCaught(found)) return found;
  const behind = await behindAlarms(found, async (lawsOff) =>
    together(
      await Promise.all(on.map((each) => play({ on: { name: each }, scenes: 'alarms', lawsOff }))),
    ),
  );
  const wider = { ...found, scenes: found.scenes + behind.scenes, behind: behind.rings };
  if (behind.stopped) return undefined;
  const [shortOn] = on;
  const until = fault.laws.filter(
    (law) => !alarmsOf(wider).some((each) => each.startsWith(`${law} `)),
  );
  const isSettled = alarmsOf(wider).length > 1 || fault.single !== undefined;
  if (isSettled || until.length === 0 || shortOn === undefined) return wider;
  const short = await play({ on: { name: shortOn }, scenes: 'small-scope', until });
  const { scenes, rings, stopped } = together([wider, short]);
  return stopped ? undefined : { ...wider, scenes, rings };
}

/** The engine that is right, in every scene of the document and wherever an alarm is to ring. */
async function referenceScenes(of: Campaign): Promise<Played> {
  const names = provingDocuments(of).filter((name) => name !== of.document.name);
  return together(
    await Promise.all([
      playOn(of, { on: of.document, scenes: 'all' }),
      ...names.map((name) => playOn(of, { on: { name }, scenes: 'alarms' })),
    ]),
  );
}

function provingDocuments({ faults }: Campaign): readonly string[] {
  return [...new Set(faults.flatMap(({ on }) => [...on]))];
}

async function referenceProof(of: Campaign, scenes: Played): Promise<Proof['reference']> {
  const short = provingDocuments(of)
    .filter((name) => name === plain)
    .map((name) => playOn(of, { on: { name }, scenes: 'small-scope' }));
  const simulated = await Promise.all(
    chunks(of.histories).map(async (each) => {
      const done = await of.simulate({ ...each, seed: of.seed });
      of.onSimulated(done.histories);
      return done;
    }),
  );
  const played = together([scenes, ...(await Promise.all(short))]);
  return {
    scenes: played.scenes,
    rings: played.rings,
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

async function playOn(of: Campaign, job: Omit<Job, 'seed'>): Promise<Played> {
  const whole = { ...job, seed: of.seed };
  const result = await of.play(whole);
  of.onPlayed(whole, result);
  const own = 'path' in job.on;
  const document = 'name' in job.on ? job.on.name : of.document.name;
  return { ...result, rings: result.rings.map((ring) => ({ document, own, ...ring })) };
}
