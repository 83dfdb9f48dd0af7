import { byServer, type Row } from '../records/row.ts';
import type { Store } from '../records/store.ts';
import type { Properties } from '../records/value.ts';
import type { Act } from './act.ts';
import { byUser, outcomeOf, rowOf } from './desk.ts';
import type { Desk, PartyOutcome } from './party.ts';

/** Does acts in one system, people's at their desk. */
export type Actor = (act: Act) => PartyOutcome;

/** The actor of a system. */
export function createActor({
  store,
  desk,
}: {
  readonly store: Store;
  readonly desk: Desk;
}): Actor {
  return (act) => {
    switch (act.do) {
      case 'create':
        return desk.create(act.entity, act.fields);
      case 'delete':
        return desk.remove(act.entity, act.id);
      case 'revive':
      case 'reuse-id':
        return onGone(store, act);
      case 'edit':
        if (act.as !== 'engine') return desk.edit(act.entity, act.id, act.fields);
    }
    const row = rowOf(store, act.entity, act.id);
    return row ? onRow(store, row, act) : nothing(act);
  };
}

type OnGone = Extract<Act, { readonly do: 'revive' | 'reuse-id' }>;

function onGone(store: Store, act: OnGone): PartyOutcome {
  if (!store.has(act.entity)) return nothing(act);
  const table = store.table(act.entity);
  if (act.do === 'revive') return outcomeOf(table.revive(Number(act.id), byUser));
  return table.reuse(Number(act.id)) ? { ok: true, id: act.id } : nothing(act);
}

type OnRow = Extract<Act, { readonly do: 'edit' | 'rewrite' | 'touch' | 'erase' }>;

function onRow(store: Store, row: Row, act: OnRow): PartyOutcome {
  const { entity, id } = act;
  const sending = (fields: Properties) => ({ entity, row, sent: Object.entries(fields) });
  switch (act.do) {
    case 'edit':
      return outcomeOf(store.update({ ...sending(act.fields), by: { author: 'engine' } }));
    case 'rewrite':
      return outcomeOf(store.update({ ...sending(act.fields), by: byServer, silent: true }));
    case 'erase':
      return outcomeOf(store.update({ ...sending(empty(store, row, entity)), by: byServer }));
    case 'touch':
      store.table(entity).touch(row);
      return { ok: true, id };
  }
}

function empty(store: Store, row: Row, entity: string): Properties {
  const { properties } = store.table(entity).entity;
  const names = Object.keys(row.fields).filter((name) => {
    const property = properties.get(name);
    return property && !property.readOnly && !property.required;
  });
  return Object.fromEntries(names.map((name) => [name, null]));
}

function nothing({ entity, id }: { readonly entity: string; readonly id: string }): PartyOutcome {
  return { ok: false, reason: `There is no ${entity} ${id}.` };
}
