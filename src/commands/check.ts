import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Shard } from '../checklist/shard.ts';
import type { Clock, Instant } from '../clock.ts';
import { ownDocument, projectRoot, reportsFolder } from '../config.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import { openDataflow } from '../dataflow/open.ts';
import { visible } from '../dataflow/visible.ts';
import { type EngineOrder, engineName } from '../engine-order.ts';
import { SyncproofError } from '../errors.ts';
import { assemble, type RawCheck } from '../report/result/assemble.ts';
import type { DocumentIdentity, RunIdentity } from '../report/result/model.ts';
import { withWaivers } from '../report/result/waivers.ts';
import type { Console } from './console.ts';
import { type Audience, type Delivery, deliver, historyIn } from './deliver.ts';
import { openPast } from './history-file.ts';
import { expectPlayed, expectRequirement } from './only-option.ts';
import { withLatestProof } from './prove/open-proof.ts';
import { runSpecs, type SpecOutcome } from './run-specs.ts';
import { signoffOf, waiversOf } from './team-files.ts';
import { writing } from './writing.ts';

export interface CheckOptions {
  /** The document's path; our own where there is none. */
  readonly document?: string;
  readonly seed: number;
  /** A requirement's id or `id#check`; everything where there is none. */
  readonly only?: string;
  /** The share of the checklist to run; all of it where there is none. */
  readonly shard?: Shard;
  /** An engine that is not ours. */
  readonly engine?: EngineOrder | undefined;
  /** Where reports go; by default `reports`, and a folder below it for a part of the checklist. */
  readonly out?: string;
  /** The file that whole runs are added to; `history.jsonl` beside the reports by default. */
  readonly history?: string;
  /** A `checklist.json` to compare with, instead of the last accepted run. */
  readonly baseline?: string;
  /** The signatures to show, and the waivers to apply; files beside the document by default. */
  readonly signoff?: string;
  readonly waivers?: string;
  /** Makes blocked and untested requirements count as failed. */
  readonly strict: boolean;
}

interface Surroundings extends Audience {
  readonly clock: Pick<Clock, 'now'>;
  /** Starts an engine once, before anything is judged; refuses one that cannot be judged at all. */
  readonly tryOut: (engine: EngineOrder, dataflow: Dataflow) => Promise<void>;
}

/** `syncproof check`: runs the checklist of a document and writes its reports. */
export async function check(
  options: CheckOptions,
  { clock, tryOut, ...audience }: Surroundings,
): Promise<number> {
  const { console } = audience;
  const own = join(projectRoot, ownDocument);
  const path = options.document === undefined ? own : resolve(options.document);
  const dataflow = await openDataflow(path);
  if (options.only !== undefined) expectRequirement(dataflow.sections, options.only);
  const delivery = await deliveryOf(options, path);
  const waivers = await waiversOf(path, options.waivers);
  const { engine } = options;
  if (engine !== undefined) await tryOut(engine, dataflow);
  const started = clock.now();
  console.err(`Checking ${visible(dataflow.title)} with seed ${options.seed}\n`);
  const harvest = await runSpecs({
    files: [path === own ? join('specs', 'crmoffice-poweroffice-go') : 'any-document.spec.ts'],
    provide: {
      seed: options.seed,
      document: path === own ? '' : path,
      only: options.only ?? '',
      shard: options.shard ?? { index: 1, total: 1 },
      engine,
    },
    onCheck: engine === undefined ? progress(console) : checkByCheck(console),
  });
  for (const trouble of harvest.broken) console.err(`The harness broke: ${trouble}\n`);
  const isWhole = whyInterrupted(harvest) === undefined;
  // Another shard may have it.
  if (isWhole && options.only !== undefined && options.shard === undefined)
    expectPlayed(harvest.checks, options.only);
  const result = assemble({
    dataflow,
    document: await identity(dataflow, path, options.document),
    run: { ...runOf(options, harvest), ...timesOf(started, clock.now()) },
    examined: harvest.examined ?? { findings: [], assumptions: [], unchecked: {} },
    checks: harvest.checks,
  });
  const proved = await withLatestProof(result, { document: path, folder: delivery.folder });
  return deliver({ ...delivery, result: withWaivers(proved, waivers) }, audience);
}

/** Makes the folder and reads the history before anything runs: what cannot be used is refused while that costs nothing. */
async function deliveryOf(options: CheckOptions, document: string): Promise<Delivery> {
  const { only, shard, strict, out, history, baseline } = options;
  const folder = out ?? defaultFolder(options);
  await writing(folder, () => mkdir(folder, { recursive: true }));
  const page = { signoff: await signoffOf(document, options.signoff) };
  if (only !== undefined || shard !== undefined) {
    if (baseline === undefined) return { folder, strict, page };
    const message =
      'A part of a checklist is not compared: give --baseline to the whole, or to merge.';
    throw new SyncproofError('usage', message);
  }
  const file = history ?? historyIn(folder);
  return { folder, strict, page, history: { file, ...(await openPast(file, baseline)) } };
}

/** A part of a checklist never takes the place of the whole, nor another engine that of ours. */
function defaultFolder({ only, shard, engine }: CheckOptions): string {
  if (engine !== undefined) return join(reportsFolder, 'engine');
  if (only !== undefined) return join(reportsFolder, 'replay');
  return shard === undefined ? reportsFolder : join(reportsFolder, `shard-${shard.index}`);
}

function runOf(
  { seed, shard, engine }: CheckOptions,
  harvest: SpecOutcome,
): Omit<RunIdentity, 'started' | 'durationMs'> {
  const interrupted = whyInterrupted(harvest);
  return {
    engine: engine === undefined ? 'reference engine' : engineName(engine),
    seed,
    version: packageJson.version,
    ...(shard === undefined ? {} : { shard }),
    ...(interrupted === undefined ? {} : { interrupted }),
  };
}

function timesOf(started: Instant, ended: Instant): Pick<RunIdentity, 'started' | 'durationMs'> {
  return { started: new Date(started).toISOString(), durationMs: ended - started };
}

function whyInterrupted({ interrupted, broken, examined }: SpecOutcome): string | undefined {
  if (interrupted) return 'the run was stopped before its end';
  return broken.length > 0 || examined === undefined
    ? 'the harness broke before all checks could be judged'
    : undefined;
}

/** What names the document in a result: never a path of somebody's machine beyond what they gave. */
async function identity(
  { title, source, target, generated }: Dataflow,
  path: string,
  given: string | undefined,
): Promise<DocumentIdentity> {
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { file: given ?? relative(projectRoot, path), title, source, target, generated, digest };
}

/** Says how many checks have ended, in place on a terminal and not at all elsewhere. */
function progress(console: Console): () => void {
  let ended = 0;
  return () => {
    ended += 1;
    if (process.stderr.isTTY) console.err(`\r${ended} checks`);
  };
}

/** An engine beside this process takes its time: every check is told as it ends. */
function checkByCheck(console: Console): (ended: RawCheck) => void {
  return ({ requirement, check: { id, verdict, durationMs } }) => {
    const seconds = (durationMs / 1000).toFixed(1).padStart(6);
    console.err(`${verdict.padEnd(12)}${seconds} s  ${requirement}#${id}\n`);
  };
}
