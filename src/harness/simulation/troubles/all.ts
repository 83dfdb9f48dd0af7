import { answeringTroubles } from './answering.ts';
import { readingTroubles } from './reading.ts';
import { recordTroubles } from './record.ts';
import type { Trouble } from './trouble.ts';

const all = { ...answeringTroubles, ...readingTroubles, ...recordTroubles };

/** A trouble as stories name it. */
export type TroubleName = keyof typeof all;

/** Every kind of trouble that histories bring. */
export const troubles: Readonly<Record<TroubleName, Trouble>> = all;

/** The same names, in one order for ever. */
export const troubleNames = Object.keys(all) as readonly TroubleName[];
