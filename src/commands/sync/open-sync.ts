import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clock } from '../../clock.ts';
import { ownDocument, ownSettings, projectRoot } from '../../config.ts';
import type { Dataflow } from '../../dataflow/dataflow.ts';
import { openDataflow } from '../../dataflow/open.ts';
import { SyncproofError } from '../../errors.ts';
import { defaultSettings, type Settings, type Side } from '../../settings.ts';
import type { SystemPort } from '../../sync/port.ts';
import { memoryStore } from '../../sync/store/memory.ts';
import { openPostgresStore } from '../../sync/store/postgres.ts';
import { openSqliteStore } from '../../sync/store/sqlite.ts';
import type { Store } from '../../sync/store/store.ts';
import { systemFromEnvironment } from '../../systems/environment.ts';
import { steadyFetch, usualSteadiness } from '../../systems/http/steady-fetch.ts';

/** What an engine is made of, as the command line names it. */
export interface SyncSource {
  /** Our own document where none is named. */
  readonly document?: string;
  /** A module that exports `settings`; our own document's, or defaults, where none is named. */
  readonly settings?: string;
  /** A SQLite file, or a `postgres://` address. */
  readonly store: string;
  /** Says that there is no store yet and that one is to be made. */
  readonly firstRun: boolean;
  /** Nothing is to be left behind: a file that would be made is only imagined. */
  readonly dryRun?: boolean;
}

/** What the process around a command offers. */
export interface SyncSurroundings {
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof fetch;
}

/** Everything that one engine needs, opened. */
export interface OpenSync {
  readonly dataflow: Dataflow;
  readonly settings: Settings;
  readonly systems: Readonly<Record<Side, SystemPort>>;
  readonly store: Store;
}

/** Opens document, settings, systems and store, in that order; what cannot be used is refused. */
export async function openSync(
  source: SyncSource,
  { clock, env, fetch }: SyncSurroundings,
): Promise<OpenSync> {
  const own = join(projectRoot, ownDocument);
  const path = source.document === undefined ? own : resolve(source.document);
  const dataflow = await openDataflow(path);
  const settings = await openSettings(source.settings ?? (path === own ? ownSettings : undefined));
  const wire = { env, clock, fetch: steadyFetch(fetch, usualSteadiness) };
  const systems = {
    source: systemFromEnvironment(dataflow.source, wire),
    target: systemFromEnvironment(dataflow.target, wire),
  };
  return { dataflow, settings, systems, store: await openStore(source) };
}

/** Opens the engine's memory. A file that is not there is never taken for a first run by itself. */
export async function openStore({
  store,
  firstRun,
  dryRun = false,
}: Pick<SyncSource, 'store' | 'firstRun' | 'dryRun'>): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(store)) {
    return openPostgresStore({ connectionString: store, schema: 'syncproof', create: firstRun });
  }
  if (firstRun && dryRun && !existsSync(store)) return memoryStore();
  if (!firstRun && !existsSync(store)) {
    throw new SyncproofError(
      'usage',
      `There is no store ${store}: name the one that the engine used before, or say --first-run.`,
    );
  }
  return openSqliteStore(store, { create: firstRun });
}

async function openSettings(file: string | undefined): Promise<Settings> {
  if (file === undefined) return defaultSettings;
  const path = file === ownSettings ? join(projectRoot, file) : resolve(file);
  const module: unknown = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    throw new SyncproofError(
      'settings',
      `${file} cannot be loaded: name a module that exports "settings".`,
      { cause },
    );
  });
  if (isSettings(module)) return { ...defaultSettings, ...module.settings };
  throw new SyncproofError('settings', `${file} does not export "settings" with its "sections".`);
}

function isSettings(module: unknown): module is { readonly settings: Settings } {
  if (typeof module !== 'object' || module === null || !('settings' in module)) return false;
  const { settings } = module;
  return typeof settings === 'object' && settings !== null && 'sections' in settings;
}
