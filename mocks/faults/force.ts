import type { Problem } from '../contract/validate.ts';
import type { Answer } from '../http/answer.ts';
import type { Fate } from '../records/table.ts';
import type { Value } from '../records/value.ts';
import type { Aim } from './aim.ts';
import type { Moment, Site } from './site.ts';

/** One rule at work, with what it remembers. A family has those of these that it needs. */
export interface Force {
  /** Set where single requests are struck. */
  readonly onRequests?: OnRequests;
  /** What a system stores of a value that is written, or `undefined` for what was sent. */
  readonly stored?: (
    written: WrittenValue,
  ) => { readonly value: Value; readonly words: string } | undefined;
  /** The time that a change gets, or `undefined` for its own. */
  readonly stamped?: (
    change: Stamping,
  ) => { readonly at: number; readonly words: string } | undefined;
  /** What else becomes of a change. */
  readonly fate?: (
    change: ChangedRecord,
  ) => { readonly fate: Partial<Fate>; readonly words: string } | undefined;
  /** Why a write is refused. */
  readonly problems?: (write: JudgedWrite) => readonly Problem[];
}

/** How a rule falls on requests. */
export interface OnRequests {
  readonly aim: Aim;
  /** Which of the requests that the aim fits the family can fall on; default all. */
  readonly falls?: (site: Site) => boolean;
  /** Whether every request that fits is hit unless the rule says how many. */
  readonly lasting?: boolean;
  readonly strike: (moment: Moment) => Answer;
  /** What happens to every other request, of any system. */
  readonly otherwise?: (moment: Moment) => Answer;
}

/** A value on its way into a record. */
export interface WrittenValue {
  readonly system: string;
  readonly entity: string;
  readonly property: string;
  readonly value: Value;
}

/** A change on its way to its stamp. */
export interface Stamping {
  readonly system: string;
  readonly at: number;
}

/** A record that changes. */
export interface ChangedRecord {
  readonly system: string;
  readonly entity: string;
  readonly id: string;
}

/** A write on its way to its judgement. */
export interface JudgedWrite {
  readonly system: string;
  readonly entity: string;
  readonly sent: Readonly<Record<string, Value>>;
  /** Whether another record holds this value of the property. */
  readonly taken: (property: string, value: Value) => boolean;
}

/** Whether a part of a rule that is left out, or says the same, concerns something. */
export function concerns(asked: string | undefined, actual: string | undefined): boolean {
  return asked === undefined || asked === actual;
}
