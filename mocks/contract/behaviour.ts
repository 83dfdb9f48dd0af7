import type { Assumption } from './system-contract.ts';

/** How well a behaviour is known: said by the vendor, seen in use, concluded from either, or chosen by us. */
export type Source = 'documented' | 'evidenced' | 'inferred' | 'assumed';

/** One behaviour of a twin that is no property's fact. */
export interface Behaviour {
  /** Readable and stable: `poweroffice-go/empty-text-clears`. */
  readonly id: string;
  readonly text: string;
  readonly source: Source;
  /** Where the fact, or the lack of it, stands: `apis.md 1.4`. */
  readonly where: string;
}

/** A behaviour as its twin's table lists it: id without the system, source, section of `apis.md`, text. */
export type BehaviourRow = readonly [id: string, source: Source, section: string, text: string];

/** The behaviours of a system from its table. */
export function behavioursOf(prefix: string, rows: readonly BehaviourRow[]): readonly Behaviour[] {
  return rows.map(([id, source, section, text]) => ({
    id: `${prefix}/${id}`,
    text,
    source,
    where: `apis.md ${section}`,
  }));
}

/** Those that are choices of ours. */
export function assumedAmong(behaviours: readonly Behaviour[]): readonly Assumption[] {
  return behaviours
    .filter(({ source }) => source === 'assumed')
    .map(({ id, text }) => ({ id, text }));
}
