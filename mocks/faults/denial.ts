import type { Aim } from './aim.ts';
import type { Site, Struck } from './site.ts';

/** F4: a write that is right is refused in the API's own way, or a reader is shown nothing; nothing is done. */
export interface Denial extends Aim {
  readonly code: 'F4';
}

/** Answers without handling the request. */
export function deny(_rule: Denial, site: Site): Struck {
  const what = site.mutating ? 'refused a write that is right' : 'showed nothing';
  return { words: `F4: ${what}`, answer: site.denial() };
}
