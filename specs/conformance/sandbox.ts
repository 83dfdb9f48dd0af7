import { type Clock, wallClock } from '../../src/clock.ts';
import { createNames } from './names.ts';
import type { OfficeSystem } from './office-system.ts';
import type { RestSystem } from './rest-session.ts';
import { createSend } from './wire.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Real systems, as far as the environment has all that they need; names of what is missing otherwise. */
export interface Sandboxes {
  readonly office: OfficeSystem | Missing;
  readonly crm: RestSystem | Missing;
}

/** The variables that are not set; never a value. */
export interface Missing {
  readonly missing: readonly string[];
}

const officeNames = ['BASE_URL', 'APPLICATION_KEY', 'CLIENT_KEY'].map(
  (key) => `POWEROFFICE_GO_${key}`,
);
const crmNames = ['BASE_URL', 'CLIENT_ID', 'CLIENT_SECRET'].map((key) => `CRMOFFICE_${key}`);

/** Milliseconds that no single answer may take. */
const patience = 60_000;

/**
 * The sandboxes that the environment names. Beside those that the clients read:
 * `POWEROFFICE_GO_BACKEND` (`netfx`; `net8` unless said), `POWEROFFICE_GO_V2_BASE_URL` with
 * `POWEROFFICE_GO_SUBSCRIPTION_KEY`, `POWEROFFICE_GO_NO_TIME_CLIENT_KEY` (a company without the Time
 * module). Nothing is written unless `FIDELITY_WRITE` is `yes`.
 */
export function sandboxes(env: Environment, fetch: typeof globalThis.fetch): Sandboxes {
  const clock = wallClock;
  const mayWrite = env['FIDELITY_WRITE'] === 'yes';
  return {
    office: unlessMissing(env, officeNames, () =>
      officeSandbox(env, { ...wire(fetch, clock), mayWrite }),
    ),
    crm: unlessMissing(env, crmNames, () => {
      const [baseUrl, clientId, clientSecret] = [
        address(env, 'CRMOFFICE'),
        env['CRMOFFICE_CLIENT_ID'] ?? '',
        env['CRMOFFICE_CLIENT_SECRET'] ?? '',
      ];
      return { ...wire(fetch, clock), mayWrite, baseUrl, clientId, clientSecret };
    }),
  };
}

/** The vendor advises 1 to 2 s between a write and a read (`apis.md 1.7`). */
function wire(fetch: typeof globalThis.fetch, clock: Clock) {
  const patient: typeof fetch = (input, init) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(patience) });
  const send = createSend({ fetch: patient, clock, pace: 50, settling: 2000 });
  return { send, clock, names: createNames(clock) };
}

function officeSandbox(
  env: Environment,
  shared: Pick<OfficeSystem, 'send' | 'clock' | 'names' | 'mayWrite'>,
): OfficeSystem {
  const applicationKey = env['POWEROFFICE_GO_APPLICATION_KEY'] ?? '';
  const clientKey = env['POWEROFFICE_GO_CLIENT_KEY'] ?? '';
  const company = { baseUrl: address(env, 'POWEROFFICE_GO'), applicationKey, clientKey };
  const subscriptionKey = env['POWEROFFICE_GO_SUBSCRIPTION_KEY'];
  const v2BaseUrl = env['POWEROFFICE_GO_V2_BASE_URL']?.replace(/\/$/, '');
  const withoutTime = env['POWEROFFICE_GO_NO_TIME_CLIENT_KEY'];
  return {
    ...{ ...shared, company, isTwin: false },
    backend: env['POWEROFFICE_GO_BACKEND'] === 'netfx' ? 'netfx' : 'net8',
    ...(subscriptionKey && v2BaseUrl
      ? { secondVersion: { ...company, baseUrl: v2BaseUrl, subscriptionKey } }
      : {}),
    others: withoutTime ? { withoutTime: { ...company, clientKey: withoutTime } } : {},
  };
}

function address(env: Environment, prefix: string): string {
  return (env[`${prefix}_BASE_URL`] ?? '').replace(/\/$/, '');
}

function unlessMissing<System>(
  env: Environment,
  names: readonly string[],
  make: () => System,
): System | Missing {
  const missing = names.filter((name) => !env[name]);
  return missing.length === 0 ? make() : { missing };
}
