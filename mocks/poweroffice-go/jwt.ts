import type { Clock } from '../clock.ts';
import { type Dice, drawn, drawnGuid } from '../dice.ts';
import type { Backend } from './backend.ts';
import { invalidRoles, type Rights } from './privileges.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * An access token with the claims of the vendor's sample (`apis.md 1.2`). Three parts as in a JWT;
 * nothing can verify the last one, and no client has the key to.
 */
export function createJwt(setting: {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly backend: Backend;
  readonly rights: Rights;
}): string {
  const { clock, dice, backend, rights } = setting;
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(clock.now() / 1000);
  const user = drawnGuid(dice);
  const invalid = invalidRoles(rights);
  const claims = {
    goActiveClientSubscriptions: rights.subscriptions,
    goClientId: drawnGuid(dice),
    goClientName: 'Twin AS',
    goUserId: user,
    role: rights.roles,
    ...(invalid.length === 0 ? {} : { goInvalidPrivileges: invalid }),
    unique_name: user,
    nbf: iat,
    iat,
    exp: iat + backend.tokenLifetime,
    iss: 'https://poweroffice-go.test',
    aud: 'https://poweroffice-go.test',
  };
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${drawn(letters, 43, dice)}`;
}
