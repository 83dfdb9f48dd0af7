import type { Secret } from '../src/evidence/redaction.ts';

/** Where both systems, and any that speaks OAuth, hand tokens out. */
const tokenPath = /\/token\/?$/i;

const token = /"(access_token|refresh_token|id_token)"\s*:\s*"([^"]+)"/g;

/** Tells of every token that a system hands out before the engine has it: it may write it anywhere. */
export function tappingTokens(
  fetch: typeof globalThis.fetch,
  learn: (secret: Secret) => void,
): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    const url = new URL(input instanceof Request ? input.url : input);
    if (tokenPath.test(url.pathname)) {
      for (const secret of tokensIn(url.pathname, await answer.clone().text())) learn(secret);
    }
    return answer;
  };
}

/** The tokens in an answer, where it comes from a path that hands them out. */
export function tokensIn(path: string, answer: string): readonly Secret[] {
  if (!tokenPath.test(path)) return [];
  return [...answer.matchAll(token)].map(([, name = '', value = '']) => ({ name, value }));
}
