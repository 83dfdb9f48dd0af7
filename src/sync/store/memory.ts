import { leaseRefusal, maySubmit, type Tenure } from './lease.ts';
import type { CreateIntent, Link, Pending, Watermark } from './link.ts';
import type { LostKey, LostValue } from './lost-value.ts';
import { repointing } from './repointing.ts';
import type { Store, StoreChange } from './store.ts';

interface Memory {
  readonly links: Map<string, Link>;
  /** By target, the key of its link in `links`. */
  readonly byTarget: Map<string, string>;
  readonly intents: Map<string, CreateIntent>;
  readonly pending: Map<string, Pending>;
  readonly lost: Map<string, LostValue>;
  readonly watermarks: Map<string, Watermark>;
  readonly seen: Map<string, Set<string>>;
  tenure: Tenure;
}

/** A store that outlives its engine but not its process: for simulations and specs. */
export function memoryStore(): Store {
  const memory: Memory = {
    links: new Map(),
    byTarget: new Map(),
    intents: new Map(),
    pending: new Map(),
    lost: new Map(),
    watermarks: new Map(),
    seen: new Map(),
    tenure: { owner: null, token: 0, expiresAt: 0 },
  };
  return {
    link: async ({ section, side, id }) => {
      const asked = key(section, id);
      return memory.links.get(side === 'source' ? asked : (memory.byTarget.get(asked) ?? ''));
    },
    links: (section) => linksOf(memory, section),
    unseen: async function* ({ section, side, entity }) {
      const ids = memory.seen.get(key(side, entity));
      for await (const link of linksOf(memory, section)) {
        if (ids === undefined || !ids.has(link[side].id)) yield link;
      }
    },
    intent: async ({ section, sourceId }) => memory.intents.get(key(section, sourceId)),
    pending: async ({ section, sourceId }) => memory.pending.get(key(section, sourceId)),
    allPending: async (section) =>
      [...memory.pending.values()].filter((item) => item.section === section),
    lostValues: async ({ section, sourceId, reported }) =>
      [...memory.lost.values()].filter(
        (value) =>
          value.section === section &&
          (sourceId === undefined || value.source.id === sourceId) &&
          (reported || !value.reported),
      ),
    watermark: async ({ side, entity }) => memory.watermarks.get(key(side, entity)),
    commit: async (changes, lease) => {
      if (!maySubmit(memory.tenure, lease)) throw leaseRefusal(memory.tenure, lease);
      refuseRepointing(memory, changes);
      for (const change of changes) apply(memory, structuredClone(change));
    },
    ...leases(memory),
    close: async () => {},
  };
}

function leases(memory: Memory): Pick<Store, 'acquireLease' | 'renewLease' | 'releaseLease'> {
  return {
    acquireLease: async ({ owner, ttlMs, now }) => {
      const { tenure } = memory;
      if (tenure.owner !== null && now < tenure.expiresAt) throw leaseRefusal(tenure);
      const lease = { owner, token: tenure.token + 1, expiresAt: now + ttlMs };
      memory.tenure = lease;
      return lease;
    },
    renewLease: async (lease, { ttlMs, now }) => {
      if (!maySubmit(memory.tenure, lease)) throw leaseRefusal(memory.tenure, lease);
      const renewed = { ...lease, expiresAt: now + ttlMs };
      memory.tenure = renewed;
      return renewed;
    },
    releaseLease: async (lease) => {
      if (maySubmit(memory.tenure, lease)) memory.tenure = { ...memory.tenure, owner: null };
    },
  };
}

function key(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function lostKey({ section, source, row, lost }: LostKey): string {
  return key(section, source.id, row, JSON.stringify(lost));
}

async function* linksOf(memory: Memory, section: string): AsyncIterable<Link> {
  const keys = [...memory.links].filter(([, link]) => link.section === section);
  for (const [asked] of keys) {
    const link = memory.links.get(asked);
    if (link !== undefined) yield link;
  }
}

/** Refuses before anything is applied, so that a refused commit leaves nothing behind. */
function refuseRepointing(memory: Memory, changes: readonly StoreChange[]): void {
  const targets = new Map<string, string>();
  const sources = new Map<string, string>();
  for (const change of changes) {
    if (change.kind !== 'link') continue;
    const { section, source, target } = change.link;
    const [from, to] = [key(section, source.id), key(section, target.id)];
    const counterpart = targets.get(from) ?? memory.links.get(from)?.target.id ?? target.id;
    const origin =
      sources.get(to) ?? memory.links.get(memory.byTarget.get(to) ?? '')?.source.id ?? source.id;
    if (counterpart !== target.id || origin !== source.id) throw repointing(change.link);
    targets.set(from, target.id);
    sources.set(to, source.id);
  }
}

function apply(memory: Memory, change: StoreChange): void {
  switch (change.kind) {
    case 'link': {
      const { section, source, target } = change.link;
      memory.links.set(key(section, source.id), change.link);
      memory.byTarget.set(key(section, target.id), key(section, source.id));
      return;
    }
    case 'intent':
      memory.intents.set(key(change.intent.section, change.intent.source.id), change.intent);
      return;
    case 'intent-done':
      memory.intents.delete(key(change.section, change.sourceId));
      return;
    case 'pending':
      memory.pending.set(key(change.pending.section, change.pending.source.id), change.pending);
      return;
    case 'pending-done':
      memory.pending.delete(key(change.section, change.sourceId));
      return;
    case 'lost':
      memory.lost.set(lostKey(change.value), change.value);
      return;
    case 'lost-done':
      memory.lost.delete(lostKey(change.value));
      return;
    case 'watermark':
      memory.watermarks.set(key(change.watermark.side, change.watermark.entity), change.watermark);
      return;
    case 'seen':
      see(memory, change);
      return;
    case 'seen-done':
      memory.seen.delete(key(change.side, change.entity));
      return;
  }
}

function see(
  { seen }: Memory,
  { side, entity, ids }: Extract<StoreChange, { kind: 'seen' }>,
): void {
  const known = seen.get(key(side, entity)) ?? new Set();
  for (const id of ids) known.add(id);
  seen.set(key(side, entity), known);
}
