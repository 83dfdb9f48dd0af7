import type { EntityContract, PropertyContract } from '../checklist/contract.ts';
import { virtualClock } from '../clock.ts';
import type { Dataflow, Section } from '../dataflow/dataflow.ts';
import type { Author, ChangeEntry, LedgerEntry, RequestEntry } from '../evidence/ledger.ts';
import { redactor } from '../evidence/redaction.ts';
import { defaultSettings, type Settings, type Side } from '../settings.ts';
import type { Properties } from '../value.ts';
import type { Party } from './party.ts';
import { customersSection } from './test-sections.ts';
import { type Moment, type Scene, watch } from './watching/scene.ts';
import type { World } from './world.ts';

/** One change as a test tells it; an update where it does not say. */
interface Told {
  readonly by: Author;
  readonly side: Side;
  /** Of Customers or Contact where it does not say. */
  readonly entity?: string;
  readonly id: string;
  readonly action?: ChangeEntry['action'];
  readonly fields?: Properties;
  /** The number of the request that caused it. */
  readonly request?: number;
}

/** What is told most often begins so: a person makes a source record, the engine its counterpart. */
export const born = { by: 'user', side: 'source', action: 'create' } as const;
export const made = { by: 'engine', side: 'target', action: 'create' } as const;

/**
 * A world between Acme and Globex for unit tests, of Customers and Contact where no other sections
 * are given: its engine does nothing, what happens is told by hand.
 */
export interface TestWorld {
  readonly world: World;
  change(told: Told): void;
  /** A write that was stored, where nothing else is said; returns its number. */
  request(entry?: Partial<RequestEntry>): number;
  /** Not at rest and with nothing reported, where nothing else is said. */
  scene(moment?: Partial<Moment>): Promise<Scene>;
}

const names = {
  source: { system: 'Acme', entity: 'Customers' },
  target: { system: 'Globex', entity: 'Contact' },
} as const;

const dataflow: Omit<Dataflow, 'sections'> = {
  title: 'Acme to Globex Dataflow',
  source: 'Acme',
  target: 'Globex',
  generated: '',
  diagnostics: [],
};

export function testWorld(
  settings: Settings = defaultSettings,
  sections: readonly Section[] = [customersSection()],
): TestWorld {
  const entries: LedgerEntry[] = [];
  const records = { source: new Map<string, Properties>(), target: new Map<string, Properties>() };
  const change: TestWorld['change'] = (told) => {
    const kept = records[told.side];
    const name = nameOf(told.entity ?? names[told.side].entity, told.id);
    entries.push(entryOf(told, { seq: entries.length + 1, before: kept.get(name) ?? {} }));
    if (told.action === 'delete') kept.delete(name);
    else kept.set(name, { ...kept.get(name), ...told.fields });
  };
  const world: World = {
    ...emptyWorld,
    dataflow: { ...dataflow, sections },
    settings,
    clock: virtualClock(0),
    ledger: { entries },
    parties: {
      source: party('source', { records: records.source, change }),
      target: party('target', { records: records.target, change }),
    },
  };
  const observer = watch(world);
  const quiet: Moment = {
    restingSince: undefined,
    rewritten: new Map(),
    hiding: undefined,
    report: undefined,
    starts: [],
  };
  return {
    world,
    change,
    request: (entry = {}) => entries.push({ ...storedWrite, seq: entries.length + 1, ...entry }),
    scene: (moment = {}) => observer.scene({ ...quiet, ...moment }),
  };
}

interface Place {
  readonly seq: number;
  readonly before: Properties;
}

function entryOf(told: Told, { seq, before }: Place): ChangeEntry {
  const { by, side, entity = names[side].entity, id, action = 'update' } = told;
  const { fields = {}, request } = told;
  const changed = Object.entries(fields).map(([name, after]) => [
    name,
    { before: before[name] ?? null, after },
  ]);
  return {
    ...{ kind: 'change', seq, at: 0, system: names[side].system, entity },
    ...{ id, action, author: by },
    ...(request === undefined ? {} : { request }),
    fields: Object.fromEntries(changed),
  };
}

/** The twins' ids overlap, so a record is kept by both. */
function nameOf(entity: string, id: string): string {
  return `${entity} ${id}`;
}

interface Desk {
  readonly records: ReadonlyMap<string, Properties>;
  readonly change: TestWorld['change'];
}

function party(side: Side, { records, change }: Desk): Party {
  return {
    system: names[side].system,
    create: async (entity, fields) => {
      const id = String(records.size + 1);
      change({ by: 'user', side, entity, id, action: 'create', fields });
      return { ok: true, id };
    },
    edit: async (entity, id, fields) => {
      change({ by: 'user', side, entity, id, fields });
      return { ok: true, id };
    },
    remove: async (entity, id) => {
      change({ by: 'user', side, entity, id, action: 'delete' });
      return { ok: true, id };
    },
    read: async (entity, id) => records.get(nameOf(entity, id)),
    ids: async (entity) =>
      [...records.keys()]
        .filter((name) => name.startsWith(nameOf(entity, '')))
        .map((name) => name.slice(nameOf(entity, '').length)),
  };
}

const storedWrite: RequestEntry = {
  kind: 'request',
  seq: 0,
  at: 0,
  system: 'Globex',
  method: 'PATCH',
  url: '/contact/9',
  mutating: true,
  request: '{}',
  status: 200,
  response: '{}',
  refused: false,
};

/** The one property that cannot hold everything, for sections that map something to it. */
const alias: Partial<PropertyContract> = { required: true, maxLength: 10 };

const emptyWorld: Omit<World, 'clock' | 'dataflow' | 'ledger' | 'parties' | 'settings'> = {
  seed: 1,
  contracts: {
    source: {
      system: 'Acme',
      entities: [contract('Customers', ['name', 'city']), contract('Orders', ['number'])],
      assumptions: [],
    },
    target: {
      system: 'Globex',
      entities: [contract('Contact', ['fullName', 'town', 'alias']), contract('Sale', ['code'])],
      assumptions: [],
    },
  },
  dice: () => 0.5,
  engine: {
    name: 'idle',
    cycle: async () => ({ problems: [], conflicts: [] }),
    restart: async () => undefined,
  },
  faults: { inject: () => undefined, clear: () => undefined },
  newRecord: {
    source: () => ({ name: 'Ada Lovelace' }),
    target: () => ({ fullName: 'Alan Turing' }),
  },
  gate: redactor([]),
  strays: [],
  defects: [],
};

function contract(name: string, mapped: readonly string[]): EntityContract {
  const properties = [...mapped, 'remark'].map(
    (each): PropertyContract => ({
      ...{ name: each, type: 'string', source: 'test' },
      ...{ readOnly: false, required: false, unique: false },
      ...(each === 'alias' ? alias : {}),
    }),
  );
  return { name, modifiedAt: 'modifiedAt', properties };
}
