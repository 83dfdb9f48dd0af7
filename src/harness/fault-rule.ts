import type { Side } from '../settings.ts';
import type { Properties } from '../value.ts';

/**
 * One fault that a check or a history asks for, in terms of sides and entities; plain data. Codes
 * and parameters as in `sync-bugs.md 5`; what is left out is the family's own habit.
 */
export type FaultRule = AnsweringFault | ReadingFault | RecordFault | OfferedFault;

/** Faults of single requests and their answers. */
export type AnsweringFault =
  /** Stored, but the answer is lost. */
  | (Aim & { readonly code: 'F2'; readonly answer?: 'reset' | 502 | 504 })
  /** Nothing is done, and the caller is told so, or hears nothing (`reset`, the default). Reads too. */
  | (Aim & { readonly code: 'F3'; readonly answer?: 'reset' | 500 | 502 | 503 | 504 })
  /** The system's own no to what is right, or nothing shown to a reader; `effect`: done all the same. */
  | (Aim & {
      readonly code: 'F4';
      readonly how?: 'refused' | 'empty' | 'accepted';
      readonly effect?: boolean;
      readonly message?: string;
    })
  /** Handled, and the answer cannot be read. */
  | (Aim & { readonly code: 'F5'; readonly how: 'html' | 'cut' | 'type' | 'unescaped' })
  /** Too many requests, `retryAfter` in seconds; with `rate` (a second) all that find a bucket empty. */
  | (Aim & {
      readonly code: 'F6';
      readonly retryAfter?: number;
      readonly rate?: number;
      readonly effect?: boolean;
    })
  /** Tokens end otherwise than promised. */
  | (Aim & {
      readonly code: 'F7';
      readonly how?: 'revoke' | 'shorten' | 'spend' | 'hush';
      readonly seconds?: number;
    })
  /** Right answers, late, slowly or out of order. */
  | (Aim & {
      readonly code: 'F21';
      readonly how: 'delay' | 'hang' | 'drip' | 'hold';
      readonly ms?: number;
      readonly bytes?: number;
      readonly requests?: number;
    });

/** Faults of what is shown to a reader. */
export type ReadingFault =
  /** Reads come from an older state, by time, by number of changes, or both. */
  | (Aim & {
      readonly code: 'F1';
      readonly ms?: number;
      readonly writes?: number;
      readonly freshEvery?: number;
    })
  /** These records, or without `ids` the whole endpoint, are out of reach; lists leave them out. */
  | (Aim & {
      readonly code: 'F8';
      readonly ids?: readonly string[];
      readonly answer?: 403 | 404;
    })
  /** Pages of another shape than asked for. */
  | (Aim & {
      readonly code: 'F9';
      readonly how: 'cap' | 'empty' | 'repeat' | 'expired' | 'fail' | 'cut';
      readonly rows?: number;
    })
  /** What is listed moves while it is listed; `seed` draws the order. */
  | (Aim & {
      readonly code: 'F10';
      readonly acts?: readonly Act[];
      readonly reorder?: boolean;
      readonly twice?: boolean;
      readonly seed?: number;
    })
  /** Changes keep their stamp and are shown only `ms` later. */
  | (Chosen & {
      readonly code: 'F12';
      readonly id?: string;
      readonly nth?: number;
      readonly times?: number;
      readonly ms: number;
    })
  /** Records in another shape than the contract's; `value` is raw JSON. */
  | (Aim & {
      readonly code: 'F16';
      readonly how: 'drop' | 'null' | 'text' | 'set' | 'rename' | 'reverse';
      readonly property?: string;
      readonly to?: string;
      readonly value?: string;
    });

/** Faults of what happens to records and their stamps. */
export type RecordFault =
  /** Stamps are coarse (`resolution`), off (`skew`; both in milliseconds), `fixed`, or written otherwise. */
  | (Aim & {
      readonly code: 'F11';
      readonly resolution?: number;
      readonly skew?: number;
      readonly fixed?: string;
      readonly format?: 'null' | 'zone' | 'local' | 'fraction';
    })
  /** Content changes without its stamp, or a stamp without content. */
  | (Aim & { readonly code: 'F13'; readonly acts?: readonly Act[] })
  /** Somebody edits a record just before a write lands, by default the record that is written. */
  | (Aim & {
      readonly code: 'F14';
      readonly edit: { readonly entity: string; readonly id?: string; readonly fields: Properties };
      readonly back?: Properties;
      readonly as?: 'user' | 'engine';
    })
  /** The system stores a value otherwise than it was sent. */
  | (Chosen & {
      readonly code: 'F15';
      readonly property: string;
      readonly rewrite: Rewrite;
    })
  /** A record ends, comes back or becomes another. */
  | (Aim & {
      readonly code: 'F17';
      readonly acts?: readonly Act[];
      readonly merge?: {
        readonly entity: string;
        readonly id: string;
        readonly into: string;
        readonly shows: 'gone' | 'redirect' | 'alias';
      };
    })
  /** Writes are refused for good by what they send; `filter`: lists with a condition are. */
  | (Aim & {
      readonly code: 'F20';
      readonly property?: string;
      readonly how?: 'reject' | 'unique' | 'read-only' | 'filter';
      /** A regular expression. */
      readonly pattern?: string;
      readonly message?: string;
    });

/** Faults of what only some systems offer; refused for all others. */
export type OfferedFault =
  /** Of a batch only some records are made: all but those `refused` (places from 0), or the first few before it is cut short. */
  | (Aim & {
      readonly code: 'F18';
      readonly refused?: readonly number[];
      readonly cut?: { readonly after: number; readonly answer: 429 | 503 };
      readonly reversed?: boolean;
      readonly message?: string;
    })
  /** What the system tells of by itself comes otherwise than it happened; `ids` are the records concerned. */
  | (Aim & {
      readonly code: 'F19';
      readonly how: 'lost' | 'doubled' | 'reordered' | 'delayed' | 'thin';
      readonly ids?: readonly string[];
      readonly ms?: number;
      readonly keep?: readonly string[];
    });

/** What a system makes of a value that it stores. */
export type Rewrite =
  | 'trim'
  | 'upper'
  | 'lower'
  | 'phone'
  | 'nfc'
  | 'crlf'
  | 'escape'
  | 'sort'
  | 'ignore'
  | `truncate:${number}`
  | `round:${number}`;

/** What a person, or the system by itself, does to a record in the midst of a request. */
export type Act =
  | { readonly do: 'create'; readonly entity: string; readonly fields: Properties }
  | {
      readonly do: 'edit';
      readonly entity: string;
      readonly id: string;
      readonly fields: Properties;
      readonly as?: 'user' | 'engine';
    }
  | {
      readonly do: 'rewrite';
      readonly entity: string;
      readonly id: string;
      readonly fields: Properties;
    }
  | {
      readonly do: 'delete' | 'touch' | 'revive' | 'erase' | 'reuse-id';
      readonly entity: string;
      readonly id: string;
    };

/** Whose records a fault concerns; without an entity all of the side. */
interface Chosen {
  readonly side: Side;
  readonly entity?: string;
}

/** Which requests a fault falls on: those that every given part fits. */
interface Aim extends Chosen {
  /** `GET` for all reads, of lists and of single records. */
  readonly method?: string;
  readonly write?: 'create' | 'update' | 'delete';
  readonly read?: 'list' | 'search' | 'one';
  /** The record that the request addresses. */
  readonly id?: string;
  /** A part of path and query: the only way to requests for a token. */
  readonly path?: string;
  /** Which of the requests that fit is the first to be hit, from 1. */
  readonly nth?: number;
  /** How many in a row are hit. */
  readonly times?: number | 'always';
}
