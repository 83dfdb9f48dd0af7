import type { Clock } from './clock.ts';

/** The access tokens that one twin has issued and not yet withdrawn. */
export class Tokens {
  readonly #clock: Clock;
  readonly #lifetime: number;
  readonly #expiry = new Map<string, number>();

  /** `lifetime` is in seconds, as `expires_in` is. */
  constructor(setting: { readonly clock: Clock; readonly lifetime: number }) {
    this.#clock = setting.clock;
    this.#lifetime = setting.lifetime;
  }

  /** Makes `token` good from now on, for one lifetime. */
  issue(token: string): void {
    this.#expiry.set(token, this.#clock.now() + this.#lifetime * 1000);
  }

  /** Whether an `Authorization` header carries a token that is good now. */
  accepts(authorization: string): boolean {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const expiry = token === undefined ? undefined : this.#expiry.get(token);
    return expiry !== undefined && this.#clock.now() < expiry;
  }

  /** No token issued so far is good any more. */
  revokeAll(): void {
    this.#expiry.clear();
  }
}
