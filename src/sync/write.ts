import type { Side } from '../settings.ts';
import type { Properties } from '../value.ts';
import type { CreateRequest, EntityPort, WriteOutcome } from './port.ts';
import type { RecordRef } from './record.ts';

/** What a write is about, for whoever watches. */
export interface WrittenRecord {
  readonly section: string;
  readonly side: Side;
  readonly entity: string;
  /** The source record of the pair. */
  readonly sourceId: string;
}

/** A counterpart that is to be made. */
export interface CreateWrite {
  readonly kind: 'create';
  readonly record: WrittenRecord;
  readonly port: EntityPort;
  readonly properties: Properties;
  readonly parent?: string;
}

/** One write that was decided; the only thing that may touch a system. */
export type WriteIntent =
  | CreateWrite
  | {
      readonly kind: 'update';
      readonly record: WrittenRecord;
      readonly port: EntityPort;
      readonly ref: RecordRef;
      readonly properties: Properties;
    };

/** Sends one intent and says what became of it; never throws. */
export function write(intent: WriteIntent): Promise<WriteOutcome> {
  const { properties } = intent;
  if (intent.kind === 'update') return intent.port.update({ ref: intent.ref, properties });
  return intent.port.create(requestOf(intent));
}

/** Sends creates of one entity in one request, where its port takes several; never throws. */
export async function writeTogether(
  intents: readonly CreateWrite[],
): Promise<readonly WriteOutcome[]> {
  const createMany = intents[0]?.port.createMany;
  return createMany?.(intents.map(requestOf)) ?? oneByOne(write)(intents);
}

/** Sends each create by itself: what holds for single writes then holds for these too. */
export function oneByOne(
  write: (intent: WriteIntent) => Promise<WriteOutcome>,
): typeof writeTogether {
  return async (intents) => {
    const outcomes: WriteOutcome[] = [];
    for (const intent of intents) outcomes.push(await write(intent));
    return outcomes;
  };
}

function requestOf({ properties, parent }: CreateWrite): CreateRequest {
  return parent === undefined ? { properties } : { properties, parent };
}
