import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Clock } from '../clock.ts';
import { ownDocument, projectRoot, reportsFolder } from '../config.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import { openDataflow } from '../dataflow/open.ts';
import { SyncproofError } from '../errors.ts';
import { assemble } from '../report/assemble.ts';
import type { DocumentIdentity, Result } from '../report/model.ts';
import { type Console, exitCodes } from './console.ts';
import { runSpecs, type SpecOutcome } from './run-specs.ts';
import { summary } from './summary.ts';
import { writeReports } from './write-reports.ts';

export interface CheckOptions {
  /** The document's path; our own where there is none. */
  readonly document?: string;
  readonly seed: number;
  /** A requirement's id or `id#check`; everything where there is none. */
  readonly only?: string;
  /** Where reports go; a part of the checklist goes to `reports/replay` by default. */
  readonly out?: string;
  /** Makes blocked and untested requirements count as failed. */
  readonly strict: boolean;
}

interface Surroundings {
  readonly console: Console;
  readonly clock: Pick<Clock, 'now'>;
}

/** `syncproof check`: runs the checklist of a document and writes its reports. */
export async function check(
  options: CheckOptions,
  { console, clock }: Surroundings,
): Promise<number> {
  const own = join(projectRoot, ownDocument);
  const path = options.document === undefined ? own : resolve(options.document);
  const dataflow = await openDataflow(path);
  if (options.only !== undefined) expectRequirement(dataflow.sections, options.only);
  const started = clock.now();
  console.err(`Checking ${dataflow.title} with seed ${options.seed}\n`);
  const harvest = await runSpecs({
    files: [path === own ? join('specs', 'crmoffice-poweroffice-go') : 'any-document.spec.ts'],
    provide: {
      seed: options.seed,
      document: path === own ? '' : path,
      only: options.only ?? '',
    },
    onCheck: progress(console),
  });
  const result = assemble({
    dataflow,
    document: await identity(dataflow, path, options.document),
    run: {
      engine: 'reference engine',
      seed: options.seed,
      started: new Date(started).toISOString(),
      durationMs: clock.now() - started,
      version: packageJson.version,
    },
    examined: harvest.examined ?? { findings: [], assumptions: [], unchecked: {} },
    checks: harvest.checks,
    ...incompleteness(harvest),
  });
  const folder =
    options.out ?? (options.only === undefined ? reportsFolder : `${reportsFolder}/replay`);
  const files = await writeReports(result, folder);
  for (const trouble of harvest.broken) console.err(`The harness broke: ${trouble}\n`);
  console.out(summary(result, files));
  return exitCode(result, { strict: options.strict, broken: harvest.broken.length > 0 });
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

function incompleteness({ interrupted, broken, examined }: SpecOutcome): { interrupted?: string } {
  if (interrupted) return { interrupted: 'the run was stopped before its end' };
  if (broken.length > 0 || examined === undefined) {
    return { interrupted: 'the harness broke before all checks could be judged' };
  }
  return {};
}

function exitCode(
  { outcome, sections }: Result,
  { strict, broken }: { readonly strict: boolean; readonly broken: boolean },
): number {
  const open = sections.some(({ requirements }) =>
    requirements.some(({ verdict }) => verdict === 'blocked' || verdict === 'untested'),
  );
  if (outcome === 'not accepted' || broken || (strict && open)) return exitCodes.notAccepted;
  return exitCodes.ok;
}
