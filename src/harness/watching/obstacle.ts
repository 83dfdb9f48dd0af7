import type { PropertyRow } from '../../dataflow/dataflow.ts';
import type { ParentKey, Provided, Referred } from '../../settings.ts';
import { type Bench, recordName } from '../basis/bench.ts';
import { canHold } from '../basis/holding.ts';
import { empty } from '../basis/oracle.ts';
import type { Scene } from './scene.ts';

type Known = Pick<Scene, 'history' | 'pairings' | 'benches'>;

interface New {
  readonly scene: Known;
  readonly bench: Bench;
  readonly sourceId: string;
}

/** Whether a record that a new counterpart needs is not there, as far as the twins have shown. */
export function lacksSomething(scene: Known, bench: Bench, sourceId: string): boolean {
  const of: New = { scene, bench, sourceId };
  const { provide = {}, parent } = bench.settings;
  return Object.values(provide).some((each) => lacksProvided(of, each)) || lacksParent(of, parent);
}

/** Whether a new counterpart could not hold what the record says now, or would lack what it must have. */
export function isHeldBack({ history, benches }: Known, bench: Bench, sourceId: string): boolean {
  const now = history.asOf(recordName(bench, 'source', sourceId), Number.POSITIVE_INFINITY);
  return givenBy(bench).some(
    ({ source, target }) =>
      // What only shows another record's value is not sent with a new one.
      bench.property('target', target)?.readOnly !== true &&
      !canHold({ bench, benches, side: 'target', property: target }, now[source] ?? null),
  );
}

/** Which source properties a new counterpart is made with, and where they go. */
function givenBy({ rows, settings }: Bench): readonly Pick<PropertyRow, 'source' | 'target'>[] {
  const provided = Object.entries(settings.provide ?? {}).flatMap(([target, value]) =>
    value.kind === 'copy' ? [{ source: value.property, target }] : [],
  );
  return [...rows, ...provided];
}

function lacksProvided(of: New, provided: Provided): boolean {
  if (provided.kind === 'linked') return !isLinked(of.scene, provided.section, of.sourceId);
  // What refers to nothing needs nothing.
  return provided.kind === 'referred' && lacksReferred(of, provided, 'need not refer');
}

function lacksParent(of: New, parent: ParentKey | Referred | undefined): boolean {
  if (parent === undefined) return false;
  return 'section' in parent ? lacksReferred(of, parent, 'must refer') : lacksKeyed(of, parent);
}

function lacksReferred(
  { scene, bench, sourceId }: New,
  { property, section }: Referred,
  rule: 'must refer' | 'need not refer',
): boolean {
  const id = scene.history.puts(recordName(bench, 'source', sourceId), property).at(-1)?.value;
  if (id === undefined || empty(id)) return rule === 'must refer';
  return !isLinked(scene, section, String(id));
}

function isLinked({ pairings, history }: Known, heading: string, sourceId: string): boolean {
  const pairing = pairings.find(({ bench }) => bench.section.heading === heading);
  const pair = pairing?.pairs.find((each) => each.sourceId === sourceId);
  if (pairing === undefined || pair === undefined) return false;
  return !history.gone(recordName(pairing.bench, 'target', pair.targetId));
}

/** Whether there is no such record, or more than one. */
function lacksKeyed({ scene: { history }, bench }: New, { entity, property, value }: ParentKey) {
  const of = { system: bench.system.target, entity };
  const found = [...history.holders(of, value)].filter((id) => {
    const record = { ...of, id };
    return !history.gone(record) && history.values(record, property).at(-1) === value;
  });
  return found.length !== 1;
}
