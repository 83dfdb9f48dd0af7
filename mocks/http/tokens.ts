import type { Clock } from '../clock.ts';

/** What a bearer may do, by the system's own words for it; `undefined` is "everything". */
export type Privileges = ReadonlySet<string> | undefined;

interface Issued {
  readonly expiry: number;
  readonly privileges: Privileges;
}

/** The access and refresh tokens that one twin has issued and not yet withdrawn. */
export class Tokens {
  readonly #clock: Clock;
  readonly #lifetime: number;
  readonly #issued = new Map<string, Issued>();
  readonly #refreshing = new Set<string>();

  /** `lifetime` is in seconds, as `expires_in` is. */
  constructor(setting: { readonly clock: Clock; readonly lifetime: number }) {
    this.#clock = setting.clock;
    this.#lifetime = setting.lifetime;
  }

  /** Makes `token` good from now on, for one lifetime. */
  issue(token: string, privileges?: Privileges): void {
    this.#issued.set(token, { expiry: this.#expiry(this.#lifetime), privileges });
  }

  /** Whether an `Authorization` header carries a token that is good now. */
  accepts(authorization: string): boolean {
    return this.#bearer(authorization) !== undefined;
  }

  /** Whether the token in an `Authorization` header is good for any of the privileges. */
  permits(authorization: string, anyOf: readonly string[]): boolean {
    const issued = this.#bearer(authorization);
    if (!issued) return false;
    const { privileges } = issued;
    return privileges === undefined || anyOf.some((privilege) => privileges.has(privilege));
  }

  /** No access token issued so far is good any more. */
  revokeAll(): void {
    this.#issued.clear();
  }

  /** All access tokens issued so far end within so many seconds. */
  limit(seconds: number): void {
    const latest = this.#expiry(seconds);
    for (const [token, issued] of this.#issued) {
      this.#issued.set(token, { ...issued, expiry: Math.min(issued.expiry, latest) });
    }
  }

  issueRefresh(token: string): void {
    this.#refreshing.add(token);
  }

  refreshes(token: string): boolean {
    return this.#refreshing.has(token);
  }

  /** The refresh token is good no more. */
  spend(token: string): void {
    this.#refreshing.delete(token);
  }

  #expiry(seconds: number): number {
    return this.#clock.now() + seconds * 1000;
  }

  #bearer(authorization: string): Issued | undefined {
    const isBearer = authorization.slice(0, 7).toLowerCase() === 'bearer ';
    const issued = isBearer ? this.#issued.get(authorization.slice(7).trim()) : undefined;
    return issued && this.#clock.now() < issued.expiry ? issued : undefined;
  }
}
