import { Buffer } from 'node:buffer';
import { type EngineUnderTest, referenceEngine } from '../../src/sync/engine-under-test.ts';

/** An engine that gives its own credentials away, and what they were. */
export interface LeakyEngine extends EngineUnderTest {
  /** Every credential that it was seen to log in with. */
  readonly secrets: ReadonlySet<string>;
}

/** Right but for one thing: whatever name it writes, it writes a credential instead. */
export function leakyEngine(): LeakyEngine {
  const secrets = new Set<string>();
  const wire: EngineUnderTest['wire'] = (fetch) => async (input, init) => {
    const request = new Request(input, init);
    const sent = await request.clone().text();
    for (const secret of credentialsIn(request, sent)) secrets.add(secret);
    const [leaked] = [...secrets].toReversed();
    if (leaked === undefined || !sent.includes('"name"')) return fetch(request);
    const body = sent.replace(/"name":"[^"]*"/, `"name":${JSON.stringify(leaked)}`);
    return fetch(new Request(request, { body }));
  };
  return { ...referenceEngine, name: 'leaky engine', secrets, wire };
}

/** The secret halves of a form and of a Basic header. */
function credentialsIn({ headers }: Request, sent: string): readonly string[] {
  const form = new URLSearchParams(sent).get('client_secret');
  const basic = /^Basic (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
  const halves = basic === undefined ? [] : Buffer.from(basic, 'base64').toString().split(':');
  return [form, ...halves].filter((each) => each !== null);
}
