import type { LinkedProperty, ParentKey, Provided, Referred } from '../../settings.ts';
import type { Properties, Value } from '../../value.ts';
import type { Cycle } from '../context.ts';
import { isEmpty } from '../linked/convert.ts';
import { triedKey } from '../pending.ts';
import type { SectionPlan } from '../plan.ts';
import { type RemoteRecord, ref } from '../record.ts';
import type { CreateIntent, Link, RowBase } from '../store/link.ts';

/** A create with all that it needs, or what it still waits for. */
export type Provision =
  | {
      readonly kind: 'ready';
      readonly properties: Properties;
      readonly parent?: string;
      readonly intent: CreateIntent;
    }
  | { readonly kind: 'waiting'; readonly reason: string };

/** Brings over another record first: one that the new counterpart has to refer to. */
export type Bring = (record: {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly side: 'source';
  readonly record: RemoteRecord;
}) => Promise<void>;

interface Need {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly record: RemoteRecord;
  readonly bring: Bring;
}

/** A value that cannot be had yet; becomes the reason of a `waiting` provision. */
class Missing {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Gathers a new counterpart's properties: the mapped rows, what the settings provide, the parent. */
export async function provision(need: Need): Promise<Provision> {
  const mapped = mappedRows(need);
  const provided = await providedValues(need);
  if (provided instanceof Missing) return { kind: 'waiting', reason: provided.reason };
  const parent = await parentOf(need);
  if (parent instanceof Missing) return { kind: 'waiting', reason: parent.reason };
  const properties = { ...provided, ...mapped.properties };
  const intent = {
    section: need.plan.key,
    at: need.cycle.clock.now(),
    sent: mapped.sent,
    ...origin(need, properties),
  };
  return { kind: 'ready', properties, intent, ...(parent === undefined ? {} : { parent }) };
}

/** What the property table carries; a property that is written through is not sent. */
function mappedRows({
  plan,
  record,
}: Need): Pick<CreateIntent, 'sent'> & { properties: Properties } {
  const properties: Record<string, Value> = {};
  const sent: Record<string, RowBase> = {};
  for (const row of plan.rows) {
    if (plan.settings.writeThrough?.[row.target] !== undefined) continue;
    const source = record.properties[row.source] ?? null;
    const target = row.conversion.toTarget(source);
    sent[row.key] = { source, target };
    if (!isEmpty(target)) properties[row.target] = target;
  }
  return { properties, sent };
}

async function providedValues(need: Need): Promise<Properties | Missing> {
  const values: Record<string, Value> = {};
  for (const [name, provided] of Object.entries(need.plan.settings.provide ?? {})) {
    const value = await provide(need, provided);
    if (value instanceof Missing) return value;
    if (!isEmpty(value)) values[name] = value;
  }
  return values;
}

/** Whose counterpart it is, and by what it is found again. */
function origin(
  { plan, record }: Need,
  properties: Properties,
): Pick<CreateIntent, 'source' | 'marker'> {
  const source = ref(record);
  const property = plan.settings.marker;
  if (property === undefined) return { source };
  return { source, marker: { property, value: properties[property] ?? null } };
}

async function provide(need: Need, provided: Provided): Promise<Value | Missing> {
  switch (provided.kind) {
    case 'constant':
      return provided.value;
    case 'copy':
      return need.record.properties[provided.property] ?? null;
    case 'marker':
      return `${provided.prefix}${need.record.id}`;
    case 'linked':
      return linkedValue(need, provided);
    case 'referred':
      return referredValue(need, provided);
  }
}

async function referredValue(
  need: Need,
  provided: Extract<Provided, { kind: 'referred' }>,
): Promise<Value | Missing> {
  const found = await referred(need, provided);
  if (found === undefined || found instanceof Missing) return found ?? null;
  const { plan, link } = found;
  if (provided.target === undefined || provided.target === 'id') return link.target.id;
  const record = await counterpart(need.cycle, plan, link);
  if (record !== undefined) return record.properties[provided.target] ?? null;
  const { target } = plan.entity;
  return new Missing(`the ${target} that it is to refer to is not there, or not shown yet`);
}

/** A replica may not show yet what has just been made; its maker has been told what it is. */
async function counterpart(
  { notes }: Cycle,
  { key, port }: SectionPlan,
  { source, target }: Link,
): Promise<RemoteRecord | undefined> {
  return notes.made.get(triedKey(key, source.id)) ?? port.target.read(target);
}

/** The link of the record that the source refers to, which is brought over first where it has none. */
async function referred(
  { cycle, record, bring }: Need,
  { property, section }: Referred,
): Promise<{ readonly plan: SectionPlan; readonly link: Link } | Missing | undefined> {
  const id = record.properties[property] ?? null;
  if (isEmpty(id)) return undefined;
  const plan = cycle.plan.sections.find(({ heading }) => heading === section);
  if (plan === undefined) return new Missing(`the document has no section "${section}"`);
  const by = { section: plan.key, side: 'source', id: String(id) } as const;
  const known = await cycle.store.link(by);
  if (known !== undefined) return { plan, link: known };
  const missing = new Missing(`the ${plan.entity.source} that it refers to has no counterpart yet`);
  if (cycle.notes.tried.has(triedKey(plan.key, by.id))) return missing;
  const parent = await plan.port.source.read({ id: by.id });
  if (parent === undefined)
    return new Missing(`the ${plan.entity.source} that it refers to is not there`);
  cycle.notes.tried.add(triedKey(plan.key, by.id));
  await bring({ cycle, plan, side: 'source', record: parent });
  const made = await cycle.store.link(by);
  return made === undefined ? missing : { plan, link: made };
}

async function linkedValue(
  { cycle, record }: Need,
  { section, property }: LinkedProperty,
): Promise<Value | Missing> {
  const waiting = new Missing(`its counterpart in "${section}" is not there yet`);
  const other = cycle.plan.sections.find(({ heading }) => heading === section);
  if (other === undefined) return new Missing(`the document has no section "${section}"`);
  const link = await cycle.store.link({ section: other.key, side: 'source', id: record.id });
  if (link === undefined || link.broken !== undefined) return waiting;
  const linked = await counterpart(cycle, other, link);
  return linked === undefined ? waiting : (linked.properties[property] ?? null);
}

async function parentOf(need: Need): Promise<string | undefined | Missing> {
  const { parent } = need.plan.settings;
  if (parent === undefined) return undefined;
  if (!('section' in parent)) return keyedParent(need, parent);
  const found = await referred(need, parent);
  if (found === undefined) return new Missing(`its ${parent.property} is empty: it has no parent`);
  return found instanceof Missing ? found : found.link.target.id;
}

async function keyedParent({ cycle, plan }: Need, key: ParentKey): Promise<string | Missing> {
  const name = JSON.stringify(key);
  const known = cycle.parents.get(name);
  if (known !== undefined) return known;
  const found = await plan.targetSystem.entity(key.entity)?.find(key);
  const [first] = found ?? [];
  if (first === undefined || found?.length !== 1) {
    const count = found === undefined ? 'no client for it' : `${found.length} of them`;
    return new Missing(
      `it needs the ${key.entity} whose ${key.property} is ${key.value}: ${count}`,
    );
  }
  cycle.parents.set(name, first.id);
  return first.id;
}
