import type { Side } from '../settings.ts';
import type { Properties } from '../value.ts';
import type { EntityPort, WriteOutcome } from './port.ts';
import type { RecordRef } from './record.ts';

/** What a write is about, for whoever watches. */
export interface WrittenRecord {
  readonly section: string;
  readonly side: Side;
  readonly entity: string;
  /** The source record of the pair. */
  readonly sourceId: string;
}

/** One write that was decided; the only thing that may touch a system. */
export type WriteIntent =
  | {
      readonly kind: 'create';
      readonly record: WrittenRecord;
      readonly port: EntityPort;
      readonly properties: Properties;
      readonly parent?: string;
    }
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
  const { parent } = intent;
  return intent.port.create(parent === undefined ? { properties } : { properties, parent });
}
