import type { Need } from './conformance-case.ts';
import { type Enveloped, enveloped, recordOf, type Shown } from './envelope.ts';
import type { Company, OfficeSystem } from './office-system.ts';
import type { Ask, Reply } from './wire.ts';

/** A record that a case made. */
export interface Made {
  readonly id: number;
  /** `/Customer/12` */
  readonly path: string;
  readonly data: Shown;
}

/** One case's talk with v1 of PowerOffice GO: signs in when first needed, and takes away what it made. */
export class OfficeSession {
  readonly system: OfficeSystem;
  readonly #company: Company;
  readonly #mayWrite: boolean;
  readonly #made: string[] = [];
  readonly #elsewhere: OfficeSession[] = [];
  #bearer: Promise<string> | undefined;

  constructor(
    system: OfficeSystem,
    setting: { readonly mayWrite: boolean; readonly company?: Company },
  ) {
    this.system = system;
    this.#mayWrite = setting.mayWrite;
    this.#company = setting.company ?? system.company;
  }

  /** The same at a company that differs from the usual one. Refuses where there is none. */
  at(need: Need): OfficeSession {
    const company = this.system.others[need];
    if (!company) throw new Error(`There is no company ${need}`);
    const there = new OfficeSession(this.system, { mayWrite: this.#mayWrite, company });
    this.#elsewhere.push(there);
    return there;
  }

  /** A token request as an integration sends it, changed by `ask`. */
  grant(ask: Ask = {}): Promise<Reply> {
    const { baseUrl } = this.#company;
    const { headers, ...rest } = ask;
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const all = { authorization: this.basic(), ...headers };
    return this.system.send(`${baseUrl}/OAuth/Token`, {
      ...{ method: 'POST', body, ...rest },
      headers: all,
    });
  }

  /** Both keys as Basic credentials. */
  basic({ applicationKey, clientKey } = this.#company): string {
    return `Basic ${btoa(`${applicationKey}:${clientKey}`)}`;
  }

  /** The keys, for what sends them in another way. */
  get keys(): Company {
    return this.#company;
  }

  /** A call with a good token. Refuses what writes, in a case that does not say so. */
  async ask(path: string, ask: Ask = {}): Promise<Reply> {
    const writing = (ask.method ?? 'GET') === 'POST' || ask.method === 'DELETE';
    if (writing && !this.#mayWrite) throw new Error('This case does not say that it writes');
    this.#bearer ??= this.#signIn();
    const authorization = `Bearer ${await this.#bearer}`;
    const headers = { authorization, ...ask.headers };
    return this.system.send(`${this.#company.baseUrl}${path}`, { ...ask, headers });
  }

  async get(path: string): Promise<Enveloped> {
    return enveloped(await this.ask(path));
  }

  /** A list with these query options, percent-encoded. */
  list(path: string, options: Readonly<Record<string, string | number>> = {}): Promise<Enveloped> {
    const query = Object.entries(options).map(([name, value]) => {
      return `${name}=${encodeURIComponent(value)}`;
    });
    return this.get(`${path}?${query.join('&')}`);
  }

  /** A write that may be refused; what it makes is taken away at the end. */
  async post(path: string, json: unknown): Promise<Enveloped> {
    const answer = enveloped(await this.ask(path, { method: 'POST', json }));
    const { id } = answer.data;
    const place = `${path.replace(/\/$/, '')}/${String(id)}`;
    if (typeof id === 'number' && !this.#made.includes(place)) this.#made.push(place);
    return answer;
  }

  /** A record that a case stands on. Refuses to go on where the system refuses it. */
  async make(path: string, json: unknown): Promise<Made> {
    const { data, status } = await this.post(path, json);
    const { id } = data;
    if (typeof id !== 'number') throw new Error(`A POST to ${path} made nothing (${status})`);
    return { id, path: `${path}/${id}`, data };
  }

  async remove(path: string): Promise<Enveloped> {
    return enveloped(await this.ask(path, { method: 'DELETE' }));
  }

  /** Takes away what was made, last first; gives the paths of what stayed. */
  async cleanUp(): Promise<readonly string[]> {
    const stayed: string[] = [];
    for (const there of this.#elsewhere) stayed.push(...(await there.cleanUp()));
    for (const path of this.#made.splice(0).reverse()) {
      await this.remove(path);
      if ((await this.get(path)).success) stayed.push(path);
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
