import type { CreateIntent, Link, Pending, Watermark } from '../link.ts';
import type { Store, StoreChange } from '../store.ts';

interface Memory {
  readonly links: Map<string, Link>;
  readonly bySource: Map<string, string>;
  readonly byTarget: Map<string, string>;
  readonly intents: Map<string, CreateIntent>;
  readonly pending: Map<string, Pending>;
  readonly watermarks: Map<string, Watermark>;
}

/** A store that outlives its engine but not its process: for simulations and specs. */
export function memoryStore(): Store {
  const memory: Memory = {
    links: new Map(),
    bySource: new Map(),
    byTarget: new Map(),
    intents: new Map(),
    pending: new Map(),
    watermarks: new Map(),
  };
  return {
    link: async ({ section, side, id }) => {
      const index = side === 'source' ? memory.bySource : memory.byTarget;
      return memory.links.get(index.get(key(section, id)) ?? '');
    },
    links: async function* (section) {
      for (const link of [...memory.links.values()]) if (link.section === section) yield link;
    },
    intent: async ({ section, sourceId }) => memory.intents.get(key(section, sourceId)),
    pending: async ({ section, sourceId }) => memory.pending.get(key(section, sourceId)),
    allPending: async (section) =>
      [...memory.pending.values()].filter((item) => item.section === section),
    watermark: async ({ side, entity }) => memory.watermarks.get(key(side, entity)),
    commit: async (changes) => {
      for (const change of changes) apply(memory, structuredClone(change));
    },
  };
}

function key(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function apply(memory: Memory, change: StoreChange): void {
  switch (change.kind) {
    case 'link': {
      const { section, source, target } = change.link;
      const id = key(section, source.id, target.id);
      memory.links.set(id, change.link);
      memory.bySource.set(key(section, source.id), id);
      memory.byTarget.set(key(section, target.id), id);
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
    case 'watermark':
      memory.watermarks.set(key(change.watermark.side, change.watermark.entity), change.watermark);
      return;
  }
}
