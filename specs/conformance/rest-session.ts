import type { Clock } from '../../src/clock.ts';
import { recordOf } from './envelope.ts';
import type { Names } from './names.ts';
import type { Ask, Reply, Send } from './wire.ts';

/** CRMOffice over HTTP: a twin, or a sandbox. */
export interface RestSystem {
  readonly send: Send;
  readonly clock: Clock;
  readonly names: Names;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly mayWrite: boolean;
}

/** One case's talk with it: signs in when first needed, and takes away what it made. */
export class RestSession {
  readonly system: RestSystem;
  readonly #mayWrite: boolean;
  readonly #made: string[] = [];
  #bearer: Promise<string> | undefined;

  constructor(system: RestSystem, { mayWrite }: { readonly mayWrite: boolean }) {
    this.system = system;
    this.#mayWrite = mayWrite;
  }

  /** A token request as an integration sends it, with other form fields where given. */
  grant(more: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const { baseUrl, clientId, clientSecret, send } = this.system;
    const keys = { client_id: clientId, client_secret: clientSecret };
    const body = new URLSearchParams({ grant_type: 'client_credentials', ...keys, ...more });
    return send(`${baseUrl}/connect/token`, { method: 'POST', body });
  }

  /** A call with a good token. Refuses what writes, in a case that does not say so. */
  async ask(path: string, ask: Ask = {}): Promise<Reply> {
    if (ask.method && !this.#mayWrite) throw new Error('This case does not say that it writes');
    this.#bearer ??= this.#signIn();
    const headers = { authorization: `Bearer ${await this.#bearer}`, ...ask.headers };
    return this.system.send(`${this.system.baseUrl}${path}`, { ...ask, headers });
  }

  /** Makes a record; gives the answer and the path of the record. */
  async make(
    path: string,
    json: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly reply: Reply; readonly path: string }> {
    const reply = await this.ask(path, { method: 'POST', json });
    const { id } = recordOf(reply.body);
    if (id === undefined) throw new Error(`A POST to ${path} made nothing (${reply.status})`);
    this.#made.push(`${path}/${String(id)}`);
    return { reply, path: `${path}/${String(id)}` };
  }

  /** Changes a record by a JSON merge patch. */
  patch(path: string, change: object, headers: Ask['headers'] = {}): Promise<Reply> {
    const type = { 'content-type': 'application/merge-patch+json', ...headers };
    return this.ask(path, { method: 'PATCH', body: JSON.stringify(change), headers: type });
  }

  /** Takes away what was made, last first; gives the paths of what stayed. */
  async cleanUp(): Promise<readonly string[]> {
    const stayed: string[] = [];
    for (const path of this.#made.splice(0).reverse()) {
      await this.ask(path, { method: 'DELETE' });
      if ((await this.ask(path)).status === 200) stayed.push(path);
    }
    return stayed;
  }

  async #signIn(): Promise<string> {
    const { status, body } = await this.grant();
    const token = recordOf(body)['access_token'];
    if (typeof token !== 'string') throw new Error(`No token was given (${status})`);
    return token;
  }
}
