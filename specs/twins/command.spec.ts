import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstLine, twinsCommand } from './command.ts';
import { servedForTest } from './served.ts';

function planFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'syncproof-')), 'plan.json');
  writeFileSync(file, text);
  return file;
}

describe('syncproof twins', () => {
  test('serves on loopback, says where, and ends with 0 when asked to', async () => {
    const faults = planFile('[{"code":"F3","answer":503}]');
    const command = twinsCommand('--port', '0', '--json', '--faults', faults);
    const { twins, control } = JSON.parse(await firstLine(command));
    expect(twins).toMatchObject([
      { system: 'CRMOffice', baseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) },
      { system: 'PowerOffice GO', credentials: { clientKey: expect.any(String) } },
    ]);
    expect((await fetch(`${twins[0].baseUrl}/contacts`)).status).toBe(503);
    expect((await fetch(`${twins[1].endpoints[1]}/v2/Projects`)).status).toBe(401);
    expect((await fetch(`${control}/clock`)).status).toBe(200);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
    expect(command.errors()).toBe('');
  });

  test('prints the same credentials for the same seed, and others for another', async () => {
    const keys = async (seed: string): Promise<unknown> => {
      const command = twinsCommand('--port', '0', '--json', '--seed', seed);
      const { twins } = JSON.parse(await firstLine(command));
      command.child.kill('SIGINT');
      return twins.map((twin: { credentials: unknown }) => twin.credentials);
    };
    const [first, again, other] = await Promise.all([keys('7'), keys('7'), keys('8')]);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test.for([
    ['another address', ['--host', '0.0.0.0'], 'on this machine only'],
    ['a plan that is no file', ['--faults', 'no-such-plan.json'], 'no-such-plan.json'],
    ['a plan that is no JSON', ['--faults', planFile('{')], 'The fault plan is not JSON'],
    [
      'a fault that there is none of',
      ['--faults', planFile('[{"code":"F99"}]')],
      'The fault plan does not fit',
    ],
    ['a port that is none', ['--port', '70000'], 'Port 70000'],
    ['a seed that is no number', ['--seed', 'x'], 'whole number'],
  ] as const)('refuses %s with exit code 2', async ([, args, reason]) => {
    const command = twinsCommand('--port', '0', ...args);
    expect(await command.ended).toBe(2);
    expect(command.errors()).toContain(reason);
  });

  test('refuses a port that is taken with exit code 2', async () => {
    const { crm } = await servedForTest();
    const command = twinsCommand('--port', new URL(crm).port);
    expect(await command.ended).toBe(2);
    expect(command.errors()).toContain('name another with --port');
  });
});
