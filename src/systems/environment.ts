import type { Clock } from '../clock.ts';
import { SyncproofError } from '../errors.ts';
import type { SystemPort } from '../sync/port.ts';
import { crmOffice } from './crmoffice/system.ts';
import { documentSystem } from './document/system.ts';
import { powerOfficeGo } from './poweroffice-go/system.ts';

/** What a client is made of. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/**
 * The client of the system that a document names, configured by environment variables that begin
 * with its name: `CRMOFFICE_BASE_URL`, `CRMOFFICE_CLIENT_ID`, `CRMOFFICE_CLIENT_SECRET`. Refuses
 * (`usage`) with all the names that are missing, never with a value, and an address that sends the
 * keys over a network in clear text.
 */
export function systemFromEnvironment(system: string, { env, ...wire }: Surroundings): SystemPort {
  const prefix = variablePrefix(system);
  const missing = keysOf(system)
    .map((key) => `${prefix}_${key}`)
    .filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new SyncproofError('usage', `To reach ${system}, set ${missing.join(', ')}.`);
  }
  const value = (key: string): string => env[`${prefix}_${key}`] ?? '';
  const baseUrl = url(`${prefix}_BASE_URL`, value('BASE_URL'));
  if (system === 'PowerOffice GO') {
    const keys = { applicationKey: value('APPLICATION_KEY'), clientKey: value('CLIENT_KEY') };
    return powerOfficeGo({ baseUrl, ...keys, ...wire });
  }
  const client = { clientId: value('CLIENT_ID'), clientSecret: value('CLIENT_SECRET') };
  return system === 'CRMOffice'
    ? crmOffice({ baseUrl, ...client, ...wire })
    : documentSystem({ system, baseUrl, ...client, ...wire });
}

/** Where a system is, and what its token endpoint accepts. */
export interface Access {
  readonly baseUrl: string;
  /** By the names that the system gives them: `clientId`. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** The variables that tell an engine, ours or anybody's, how to reach the system of this name. */
export function environmentOf(
  system: string,
  { baseUrl, credentials }: Access,
): Record<string, string> {
  const prefix = variablePrefix(system);
  const keys = Object.entries(credentials).map(([name, value]) => [
    `${prefix}_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
    value,
  ]);
  return { [`${prefix}_BASE_URL`]: baseUrl, ...Object.fromEntries(keys) };
}

/** The same for a system that nobody signs in to: an address where somebody only hears who knocks. */
export function placeholdersOf(system: string, baseUrl: string): Record<string, string> {
  const prefix = variablePrefix(system);
  return Object.fromEntries(
    keysOf(system).map((key) => [`${prefix}_${key}`, key === 'BASE_URL' ? baseUrl : 'placeholder']),
  );
}

function keysOf(system: string): readonly string[] {
  return system === 'PowerOffice GO' ? powerOfficeGoKeys : clientKeys;
}

const clientKeys = ['BASE_URL', 'CLIENT_ID', 'CLIENT_SECRET'] as const;
const powerOfficeGoKeys = ['BASE_URL', 'APPLICATION_KEY', 'CLIENT_KEY'] as const;

/** `PowerOffice GO` is `POWEROFFICE_GO`. */
function variablePrefix(system: string): string {
  return (
    system
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^_|_$/g, '') || 'SYSTEM'
  );
}

function url(name: string, value: string): string {
  const { protocol, hostname } = URL.canParse(value) ? new URL(value) : noAddress;
  if (protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))) return value;
  const problem =
    protocol === 'http:'
      ? 'leaves this machine without encryption: the keys would travel in clear text. Give an https address'
      : 'is not an http(s) address';
  throw new SyncproofError('usage', `${name} ${problem}.`);
}

const noAddress = { protocol: '', hostname: '' };

/** As the URL standard writes hosts, so that `127.1` is `127.0.0.1`. */
function isThisMachine(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
