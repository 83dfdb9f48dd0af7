import { Buffer } from 'node:buffer';
import { type EngineUnderTest, referenceEngine } from '../../src/sync/engine-under-test.ts';

/** An engine that gives its own secrets away, and what they were. */
export interface LeakyEngine extends EngineUnderTest {
  /** Every credential that it was seen to log in with, or every token that it was given. */
  readonly secrets: ReadonlySet<string>;
}

/** What an engine can give away: what it logs in with, or what it is given for it. */
export type Leak = 'credentials' | 'tokens';

/** Right but for one thing: whatever name it writes, it writes a secret instead. */
export function leakyEngine(leak: Leak): LeakyEngine {
  const secrets = new Set<string>();
  const wire: EngineUnderTest['wire'] = (fetch) => async (input, init) => {
    const request = new Request(input, init);
    const sent = await request.clone().text();
    const answer = await fetch(leaking(request, { sent, leaked: [...secrets].at(-1) }));
    const seen =
      leak === 'tokens' ? tokensIn(await answer.clone().text()) : credentialsIn(request, sent);
    for (const secret of seen) secrets.add(secret);
    return answer;
  };
  return { ...referenceEngine, name: 'leaky engine', secrets, wire };
}

interface Leaking {
  readonly sent: string;
  readonly leaked: string | undefined;
}

function leaking(request: Request, { sent, leaked }: Leaking): Request {
  if (leaked === undefined || !sent.includes('"name"')) return request;
  const body = sent.replace(/"name":"[^"]*"/, `"name":${JSON.stringify(leaked)}`);
  return new Request(request, { body });
}

/** The secret halves of a form and of a Basic header. */
function credentialsIn({ headers }: Request, sent: string): readonly string[] {
  const form = new URLSearchParams(sent).get('client_secret');
  const basic = /^Basic (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
  const halves = basic === undefined ? [] : Buffer.from(basic, 'base64').toString().split(':');
  return [form, ...halves].filter((each) => each !== null);
}

function tokensIn(answer: string): readonly string[] {
  return [...answer.matchAll(/"(?:access|refresh)_token":"([^"]+)"/g)].map(
    ([, token = '']) => token,
  );
}
