import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Shard } from '../checklist/shard.ts';
import type { Clock, Instant } from '../clock.ts';
import { ownDocument, projectRoot, reportsFolder } from '../config.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import { openDataflow } from '../dataflow/open.ts';
import { SyncproofError } from '../errors.ts';
import { assemble } from '../report/assemble.ts';
import type { DocumentIdentity, RunIdentity } from '../report/model.ts';
import { withWaivers } from '../report/waivers.ts';
import type { Console } from './console.ts';
import { type Audience, type Delivery, deliver, historyIn } from './deliver.ts';
import { readHistory } from './history-file.ts';
import { runSpecs, type SpecOutcome } from './run-specs.ts';
import { signoffOf, waiversOf } from './team-files.ts';

export interface CheckOptions {
  /** The document's path; our own where there is none. */
  readonly document?: string;
  readonly seed: number;
  /** A requirement's id or `id#check`; everything where there is none. */
  readonly only?: string;
  /** The share of the checklist to run; all of it where there is none. */
  readonly shard?: Shard;
  /** Where reports go; by default `reports`, and a folder below it for a part of the checklist. */
  readonly out?: string;
  /** The file that whole runs are added to; `history.jsonl` beside the reports by default. */
  readonly history?: string;
  /** The signatures to show, and the waivers to apply; files beside the document by default. */
  readonly signoff?: string;
  readonly waivers?: string;
  /** Makes blocked and untested requirements count as failed. */
  readonly strict: boolean;
}

interface Surroundings extends Audience {
  readonly clock: Pick<Clock, 'now'>;
}

/** `syncproof check`: runs the checklist of a document and writes its reports. */
export async function check(
  options: CheckOptions,
  { clock, ...audience }: Surroundings,
): Promise<number> {
  const { console } = audience;
  const own = join(projectRoot, ownDocument);
  const path = options.document === undefined ? own : resolve(options.document);
  const dataflow = await openDataflow(path);
  if (options.only !== undefined) expectRequirement(dataflow.sections, options.only);
  const delivery = await deliveryOf(options, path);
  const waivers = await waiversOf(path, options.waivers);
  const started = clock.now();
  console.err(`Checking ${dataflow.title} with seed ${options.seed}\n`);
  const harvest = await runSpecs({
    files: [path === own ? join('specs', 'crmoffice-poweroffice-go') : 'any-document.spec.ts'],
    provide: {
      seed: options.seed,
      document: path === own ? '' : path,
      only: options.only ?? '',
      shard: options.shard ?? { index: 1, total: 1 },
    },
    onCheck: progress(console),
  });
  for (const trouble of harvest.broken) console.err(`The harness broke: ${trouble}\n`);
  const result = assemble({
    dataflow,
    document: await identity(dataflow, path, options.document),
    run: { ...runOf(options, harvest), ...timesOf(started, clock.now()) },
    examined: harvest.examined ?? { findings: [], assumptions: [], unchecked: {} },
    checks: harvest.checks,
  });
  return deliver({ ...delivery, result: withWaivers(result, waivers) }, audience);
}

/** Reads the history before anything runs: a damaged one is refused while that costs nothing. */
async function deliveryOf(options: CheckOptions, document: string): Promise<Delivery> {
  const { only, shard, strict, out, history } = options;
  const folder = out ?? defaultFolder(options);
  const page = { signoff: await signoffOf(document, options.signoff) };
  if (only !== undefined || shard !== undefined) return { folder, strict, page };
  const file = history ?? historyIn(folder);
  return { folder, strict, page, history: { file, runs: await readHistory(file) } };
}

/** A part of a checklist never takes the place of the whole. */
function defaultFolder({ only, shard }: CheckOptions): string {
  if (only !== undefined) return join(reportsFolder, 'replay');
  return shard === undefined ? reportsFolder : join(reportsFolder, `shard-${shard.index}`);
}

function runOf(
  { seed, shard }: CheckOptions,
  harvest: SpecOutcome,
): Omit<RunIdentity, 'started' | 'durationMs'> {
  const interrupted = whyInterrupted(harvest);
  return {
    engine: 'reference engine',
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

function expectRequirement(
  sections: readonly { readonly requirements: readonly { readonly id: string }[] }[],
  only: string,
): void {
  const ids = sections.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  if (ids.includes(only.split('#')[0] ?? '')) return;
  throw new SyncproofError(
    'usage',
    `The document has no requirement "${only}": "syncproof read" lists their ids.`,
  );
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
