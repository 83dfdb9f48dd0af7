import type { Answer } from '../answer.ts';
import type { Aim } from './aim.ts';
import type { Site, Struck } from './site.ts';

/** F7: every token issued so far is withdrawn when the request arrives. */
export interface LostToken extends Aim {
  readonly code: 'F7';
}

/** Withdraws the tokens, then handles the request, which finds its own withdrawn. */
export function loseToken(_rule: LostToken, site: Site, next: () => Answer): Struck {
  site.revokeTokens();
  return { words: 'F7: token no longer valid', answer: next() };
}
