import { visible } from '../dataflow/visible.ts';
import { SyncproofError } from '../errors.ts';
import { systemCode } from './system-code.ts';

/**
 * Lets something be written where somebody asked for it to be. Refuses (`usage`), in one line that
 * names the place, what the system does not let be done there.
 */
export async function writing<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (cause instanceof SyncproofError || systemCode(cause) === 'no code') throw cause;
    const message = `Cannot write ${visible(path)}: the system says ${systemCode(cause)}.`;
    throw new SyncproofError('usage', message, { cause });
  }
}
