import type { LinkedProperty, Provided } from '../settings.ts';
import type { Properties, Value } from '../value.ts';
import type { Cycle } from './context.ts';
import { isEmpty } from './convert.ts';
import type { CreateIntent, RowBase } from './link.ts';
import type { SectionPlan } from './plan.ts';
import type { RemoteRecord } from './record.ts';

/** A create with all that it needs, or what it still waits for. */
export type Provision =
  | {
      readonly kind: 'ready';
      readonly properties: Properties;
      readonly parent?: string;
      readonly intent: CreateIntent;
    }
  | { readonly kind: 'waiting'; readonly reason: string };

interface Need {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly record: RemoteRecord;
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
  const intent = { section: need.plan.key, sent: mapped.sent, ...origin(need, properties) };
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
  const { id, parent } = record;
  const source = parent === undefined ? { id } : { id, parent };
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
  }
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
  const linked = await other.port.target.read(link.target);
  return linked === undefined ? waiting : (linked.properties[property] ?? null);
}

async function parentOf({ cycle, plan }: Need): Promise<string | undefined | Missing> {
  const key = plan.settings.parent;
  if (key === undefined) return undefined;
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
