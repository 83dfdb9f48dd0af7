import type { Shot } from '../load.ts';

/** The four things that are measured. */
export const tasks = ['read', 'list by change', 'update', 'create'] as const;

/** One of them. */
export type Task = (typeof tasks)[number];

/** A running server that holds the records, and how each task is asked of it. */
export interface Contender {
  readonly name: string;
  readonly origin: string;
  readonly shots: Readonly<Record<Task, (number: number) => Shot>>;
  /** What it does for an answer, in a few words. */
  readonly keeps: string;
  stop(): void;
}

/** What every contender is given. */
export interface Order {
  /** How many records there are from the start. */
  readonly records: number;
  /** Where peers are installed; none are known without. */
  readonly peers: string | undefined;
}

/** Starts a contender, or says why it is left out. */
export type Start = (order: Order) => Promise<Contender | { readonly leftOut: string }>;

/** A record's number for a request's, so that requests do not come in the records' order. */
export function anyOf(records: number, number: number): number {
  return (number * 7919) % records;
}
