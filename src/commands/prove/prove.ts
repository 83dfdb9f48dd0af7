import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Clock } from '../../clock.ts';
import { ownDocument, projectRoot, reportsFolder } from '../../config.ts';
import type { Dataflow } from '../../dataflow/dataflow.ts';
import { openDataflow } from '../../dataflow/open.ts';
import { SyncproofError } from '../../errors.ts';
import { isProved, matrixOf } from '../../report/proof/matrix.ts';
import type { Proof } from '../../report/proof/proof.ts';
import { serializeProof } from '../../report/proof/proof-file.ts';
import { proofPage } from '../../report/proof/proof-page.ts';
import { proofText } from '../../report/proof/proof-text.ts';
import { type Console, exitCodes } from '../console.ts';
import { writeWhole } from '../write-whole.ts';
import { writing } from '../writing.ts';
import { type Campaign, campaign } from './campaign.ts';
import type { Fault } from './fault.ts';
import { proofFingerprint } from './fingerprint.ts';
import { startPlayers } from './players.ts';

export interface ProveOptions {
  /** The document's path; our own where there is none. */
  readonly document?: string;
  readonly seed: number;
  /** Random histories for the engine that is right. */
  readonly histories: number;
  /** The names of the only faulty engines to play; all of them where left out. */
  readonly fault?: readonly string[];
  /** Where `proof.json` and `proof.html` go; by default `reports`. */
  readonly out?: string;
}

interface Surroundings {
  readonly console: Console;
  readonly clock: Pick<Clock, 'now'>;
  /** The whole catalogue. */
  readonly faults: readonly Fault[];
  /** Resolves when somebody stops the run. */
  readonly stopped: () => Promise<void>;
}

/**
 * `syncproof prove`: plays every faulty engine on a document's checks; 1 where one is missed. Some
 * of them alone are shown the same way, and prove nothing of the others: nothing is written then.
 */
export async function prove(
  options: ProveOptions,
  { console, clock, faults: catalogue, stopped }: Surroundings,
): Promise<number> {
  const faults = chosen(catalogue, options.fault);
  const own = join(projectRoot, ownDocument);
  const path = options.document === undefined ? own : resolve(options.document);
  const dataflow = await openDataflow(path);
  const folder = options.out ?? join(projectRoot, reportsFolder);
  // Whoever cannot be given the proof is told before minutes have gone by.
  const isWhole = options.fault === undefined;
  if (isWhole) await writing(folder, () => mkdir(folder, { recursive: true }));
  const stop = new AbortController();
  void stopped().then(() => stop.abort());
  const started = clock.now();
  console.err(`Proving the checks of ${dataflow.title} on ${faults.length} faulty engines\n`);
  const fingerprint = await proofFingerprint(path);
  const players = startPlayers(stop.signal);
  try {
    const document = { path, name: path === own ? 'ours' : dataflow.title };
    const checks = await players.list(document);
    const found = await campaign({
      document,
      faults,
      seed: options.seed,
      histories: options.histories,
      ...players,
      ...progress(console, { faults, histories: options.histories }),
    });
    const ended = clock.now();
    const proof: Proof = {
      format: 'syncproof-proof/1',
      document: await provedDocument(dataflow, path, options.document),
      seed: options.seed,
      started: new Date(started).toISOString(),
      durationMs: ended - started,
      fingerprint,
      ...(stop.signal.aborted ? { interrupted: whyNot(found, faults) } : {}),
      checks,
      ...found,
    };
    return await tell(proof, { console, ...(isWhole ? { folder } : {}) });
  } finally {
    await players.end();
  }
}

/** Refuses (`usage`) a name that no faulty engine has. */
function chosen(catalogue: readonly Fault[], names?: readonly string[]): readonly Fault[] {
  const known = new Set(catalogue.map(({ name }) => name));
  const unknown = names?.find((name) => !known.has(name));
  if (unknown !== undefined) {
    const where = 'the table that a whole run prints has their names, and fixtures/faulty-engines';
    throw new SyncproofError('usage', `There is no faulty engine "${unknown}": ${where}.`);
  }
  return catalogue.filter(({ name }) => names?.includes(name) ?? true);
}

function whyNot({ engines }: Pick<Proof, 'engines'>, faults: readonly Fault[]): string {
  return `the run was stopped when ${engines.length} of ${faults.length} faults had been played`;
}

/**
 * Tells the table, and writes both views whole, or not at all: a proof that was stopped, or is of
 * some faults only, does not take the place of one that came to its end.
 */
async function tell(
  proof: Proof,
  { folder, console }: { readonly folder?: string; readonly console: Console },
): Promise<number> {
  const matrix = matrixOf(proof);
  console.out(proofText(proof, { matrix, isWhole: folder !== undefined }));
  if (proof.interrupted !== undefined) return exitCodes.notAccepted;
  const code = isProved(proof) ? exitCodes.ok : exitCodes.notAccepted;
  if (folder === undefined) return code;
  const files = [
    { path: join(folder, 'proof.json'), text: serializeProof(proof) },
    { path: join(folder, 'proof.html'), text: proofPage(proof, matrix) },
  ];
  await writing(folder, () => writeWhole(files));
  console.out(files.map(({ path }) => `${path}\n`).join(''));
  return code;
}

async function provedDocument(
  { title }: Dataflow,
  path: string,
  given: string | undefined,
): Promise<Proof['document']> {
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { file: given ?? relative(projectRoot, path), title, digest };
}

/** After how many histories a line is written where lines stay. */
const manyHistories = 500;

/** Says how far it is, in place on a terminal and one a line elsewhere. */
function progress(
  console: Console,
  { faults, histories }: Pick<Campaign, 'faults' | 'histories'>,
): Pick<Campaign, 'onPlayed' | 'onSimulated'> {
  const say = (line: string, isLast: boolean): void => {
    if (process.stderr.isTTY) console.err(`\r${line}${isLast ? '\n' : ''}`);
    else console.err(`${line}\n`);
  };
  const waited = faults.length + 1;
  let engines = 0;
  let simulated = 0;
  return {
    onPlayed: ({ on }) => {
      if (!('path' in on)) return;
      engines += 1;
      const isLast = engines === waited;
      if (process.stderr.isTTY || engines % 10 === 0 || isLast)
        say(`${engines} of ${waited} engines`, isLast);
    },
    onSimulated: (more) => {
      const told = Math.floor(simulated / manyHistories);
      simulated += more;
      const isLast = simulated === histories;
      if (process.stderr.isTTY || isLast || Math.floor(simulated / manyHistories) > told)
        say(`${simulated} of ${histories} random histories`, isLast);
    },
  };
}
