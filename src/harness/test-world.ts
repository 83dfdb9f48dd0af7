import type { EntityContract, PropertyContract } from '../checklist/contract.ts';
import { virtualClock } from '../clock.ts';
import type { Dataflow, Section } from '../dataflow/dataflow.ts';
import type { Author, ChangeEntry, LedgerEntry, RequestEntry } from '../evidence/ledger.ts';
import { redactor } from '../evidence/redaction.ts';
import { defaultSettings, type Settings, type Side } from '../settings.ts';
import type { Properties } from '../value.ts';
import type { Party } from './party.ts';
import { type Moment, type Scene, watch } from './watching/scene.ts';
import type { World } from './world.ts';

/** One change as a test tells it; an update where it does not say. */
interface Told {
  readonly by: Author;
  readonly side: Side;
  readonly id: string;
  readonly action?: ChangeEntry['action'];
  readonly fields?: Properties;
  /** The number of the request that caused it. */
  readonly request?: number;
}

/**
 * A world between Acme Customers (`name`, `city`, `remark`) and Globex Contact (`fullName`,
 * `town`, `remark`) for unit tests: its engine does nothing, what happens is told by hand.
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

const section: Section = {
  heading: 'Acme Customers to Globex Contact',
  line: 1,
  source: 'Acme Customers',
  target: 'Globex Contact',
  requirements: [{ id: 'customers/every', kind: 'every', line: 2, text: 'Every one.' }],
  properties: [
    { source: 'name', target: 'fullName', type: '"string"', line: 3 },
    { source: 'city', target: 'town', type: '"string"', line: 4 },
  ],
  mergeOn: [],
};

const dataflow: Dataflow = {
  title: 'Acme to Globex Dataflow',
  source: 'Acme',
  target: 'Globex',
  generated: '',
  sections: [section],
  diagnostics: [],
};

export function testWorld(settings: Settings = defaultSettings): TestWorld {
  const entries: LedgerEntry[] = [];
  const records = { source: new Map<string, Properties>(), target: new Map<string, Properties>() };
  const change: TestWorld['change'] = (told) => {
    const kept = records[told.side];
    entries.push(entryOf(told, { seq: entries.length + 1, before: kept.get(told.id) ?? {} }));
    if (told.action === 'delete') kept.delete(told.id);
    else kept.set(told.id, { ...kept.get(told.id), ...told.fields });
  };
  const world: World = {
    ...emptyWorld,
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
  const { by, side, id, action = 'update', fields = {}, request } = told;
  const changed = Object.entries(fields).map(([name, after]) => [
    name,
    { before: before[name] ?? null, after },
  ]);
  return {
    ...{ kind: 'change', seq, at: 0, ...names[side], id, action, author: by },
    ...(request === undefined ? {} : { request }),
    fields: Object.fromEntries(changed),
  };
}

interface Desk {
  readonly records: ReadonlyMap<string, Properties>;
  readonly change: TestWorld['change'];
}

function party(side: Side, { records, change }: Desk): Party {
  return {
    system: names[side].system,
    create: async (_entity, fields) => {
      const id = String(records.size + 1);
      change({ by: 'user', side, id, action: 'create', fields });
      return { ok: true, id };
    },
    edit: async (_entity, id, fields) => {
      change({ by: 'user', side, id, fields });
      return { ok: true, id };
    },
    remove: async (_entity, id) => {
      change({ by: 'user', side, id, action: 'delete' });
      return { ok: true, id };
    },
    read: async (_entity, id) => records.get(id),
    ids: async () => [...records.keys()],
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

const emptyWorld: Omit<World, 'clock' | 'ledger' | 'parties'> = {
  seed: 1,
  dataflow,
  settings: defaultSettings,
  contracts: {
    source: {
      system: 'Acme',
      entities: [contract('Customers', ['name', 'city'])],
      assumptions: [],
    },
    target: {
      system: 'Globex',
      entities: [contract('Contact', ['fullName', 'town'])],
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
    }),
  );
  return { name, modifiedAt: 'modifiedAt', properties };
}
