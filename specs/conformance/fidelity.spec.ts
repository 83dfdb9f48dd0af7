import { expect, test } from 'vitest';
import { officeFindings } from './fidelity.ts';
import { OfficeSession } from './office-session.ts';
import { sandboxes } from './sandbox.ts';
import { tellFindings } from './telling.ts';
import { twinsInProcess } from './twins-in-process.ts';

const about = { rows: ['S1'], title: 'One', expected: 200 } as const;

test('each behaviour is told as same, differs or not tried, with totals', () => {
  const told = tellFindings({
    ...{ system: 'X', at: 'here', stayed: ['/A/1'], untried: ['x/c'] },
    outcomes: [
      { about: { ...about, behaviour: 'x/a' }, came: 'same' },
      { about: { ...about, behaviour: 'x/b' }, came: 'same' },
      { about: { ...about, behaviour: 'x/b' }, came: 'differs', found: 400 },
      { about, came: 'not tried', why: 'no keys' },
    ],
  });
  expect(told).toBe(
    [
      'X at here',
      'same       x/a',
      'differs    x/b',
      '             One (apis.md S1): expected 200, found 400',
      'not tried  apis.md S1',
      '             One (apis.md S1): no keys',
      'not tried  x/c',
      '             no case tries it',
      'left behind, could not be deleted: /A/1',
      '1 same, 1 differ, 2 not tried; 4 cases',
      '',
    ].join('\n'),
  );
});

test('texts that were found are told only where they are plain words', () => {
  const found = { error: 'invalid_grant', name: 'Kari Nordmann', phone: '+47 99 99 99 99' };
  const outcomes = [{ about, came: 'differs', found }] as const;
  const told = tellFindings({ system: 'X', at: 'here', stayed: [], untried: [], outcomes });
  expect(told).toContain('invalid_grant');
  expect(told).not.toMatch(/Kari|99/);
});

test('a system that answers creates with 201 and no envelope differs', async () => {
  const { office } = await twinsInProcess();
  const send: typeof office.send = async (url, ask) => {
    const reply = await office.send(url, ask);
    return ask?.method === 'POST' && url.includes('Activity') ? { ...reply, status: 201 } : reply;
  };
  const { outcomes } = await officeFindings({ ...office, send }, 'here');
  const differing = outcomes.filter(({ came }) => came === 'differs').map((each) => each.about);
  expect(differing.map(({ behaviour }) => behaviour)).toContain('poweroffice-go/envelope-write');
});

test('without leave to write nothing but tokens is posted, and those cases are not tried', async () => {
  const { office } = await twinsInProcess();
  const written: string[] = [];
  const send: typeof office.send = (url, ask = {}) => {
    const isWrite = ask.method === 'POST' || ask.method === 'DELETE' || ask.method === 'PATCH';
    if (isWrite && !url.endsWith('/OAuth/Token')) written.push(url);
    return office.send(url, ask);
  };
  const { outcomes } = await officeFindings({ ...office, send, mayWrite: false }, 'here');
  expect(written).toEqual([]);
  expect(outcomes.filter(({ came }) => came === 'differs')).toEqual([]);
  expect(outcomes.filter(({ came }) => came === 'same').length).toBeGreaterThan(15);
});

test('a case that does not say that it writes cannot', async () => {
  const { office } = await twinsInProcess();
  const session = new OfficeSession(office, { mayWrite: false });
  await expect(session.post('/Customer', { name: 'x' })).rejects.toThrow('does not say');
});

test('what is missing for a sandbox is named, and only what was given is used', () => {
  const none = sandboxes({}, fetch);
  expect(none.crm).toEqual({
    missing: ['CRMOFFICE_BASE_URL', 'CRMOFFICE_CLIENT_ID', 'CRMOFFICE_CLIENT_SECRET'],
  });
  const env = {
    ...{ POWEROFFICE_GO_BASE_URL: 'https://go.example.test/', POWEROFFICE_GO_CLIENT_KEY: 'c' },
    ...{ POWEROFFICE_GO_APPLICATION_KEY: 'a', FIDELITY_WRITE: 'no' },
  };
  expect(sandboxes(env, fetch).office).toMatchObject({
    company: { baseUrl: 'https://go.example.test', applicationKey: 'a', clientKey: 'c' },
    ...{ mayWrite: false, isTwin: false, backend: 'net8', others: {} },
  });
});
