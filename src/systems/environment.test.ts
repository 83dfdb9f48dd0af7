import { expect, test } from 'vitest';
import { virtualClock } from '../clock.ts';
import { environmentOf, placeholdersOf, systemFromEnvironment } from './environment.ts';

const systems = ['CRMOffice', 'PowerOffice GO', 'Ordre & Lager'] as const;

const credentials = {
  ...{ clientId: 'i', clientSecret: 's' },
  ...{ applicationKey: 'a', clientKey: 'k' },
};

function opened(system: string, env: Readonly<Record<string, string>>) {
  return systemFromEnvironment(system, { env, fetch, clock: virtualClock(0) });
}

test.each(systems)(
  'a client of %s finds all that it needs in what an engine is given',
  (system) => {
    const env = environmentOf(system, { baseUrl: 'http://127.0.0.1:1', credentials });
    expect(opened(system, env).system).toBe(system);
  },
);

test.each(systems)('a client of %s is opened on placeholders too', (system) => {
  expect(opened(system, placeholdersOf(system, 'http://127.0.0.1:1')).system).toBe(system);
});

test('the names begin with the system, and are those of its credentials', () => {
  const access = { baseUrl: 'http://127.0.0.1:1', credentials: { clientKey: 'k' } };
  expect(environmentOf('PowerOffice GO', access)).toEqual({
    POWEROFFICE_GO_BASE_URL: 'http://127.0.0.1:1',
    POWEROFFICE_GO_CLIENT_KEY: 'k',
  });
});

test.each([
  ['http://127.1.2.3:8080', true],
  ['http://[::1]/api', true],
  ['http://LOCALHOST', true],
  ['https://crm.example', true],
  ['http://crm.example', false],
  ['http://127.0.0.1.example', false],
  ['http://localhost@crm.example', false],
])('whether %s is taken as an address: %s', (baseUrl, isTaken) => {
  const env = environmentOf('CRMOffice', { baseUrl, credentials });
  const open = () => opened('CRMOffice', env);
  if (isTaken) expect(open).not.toThrow();
  else expect(open).toThrow(/^CRMOFFICE_BASE_URL leaves this machine without encryption/);
});

test('what is no address is refused without being repeated', () => {
  const env = environmentOf('CRMOffice', { baseUrl: 'ftp://secret@host', credentials });
  expect(() => opened('CRMOffice', env)).toThrow(
    /^CRMOFFICE_BASE_URL is not an http\(s\) address\.$/,
  );
});
