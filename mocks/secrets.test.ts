import { expect, test } from 'vitest';
import { createBench, signIn } from './bench.ts';

test('neither keys nor tokens are in the ledger, however they are sent', async () => {
  const bench = createBench();
  const { crm, office, fetch, ledger } = bench;
  const secrets = [crm.credentials['clientSecret'], office.credentials['clientKey']];
  const url = `${crm.baseUrl}/connect/token`;
  const json = JSON.stringify({ client_secret: secrets[0] });
  await fetch(url, { method: 'POST', body: json });
  await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ client_secret: 'wrong-secret' }),
  });
  const call = await signIn(fetch, crm);
  await (await signIn(fetch, office))('/Customer');
  await call('/contacts');
  const text = JSON.stringify(ledger.entries);
  expect([...secrets, 'wrong-secret'].filter((secret) => text.includes(secret ?? ''))).toEqual([]);
  expect(text).not.toContain('Bearer ');
  expect(bench.requests()[2]).toMatchObject({
    mutating: false,
    request: 'grant_type=client_credentials&client_id=crmoffice-client&client_secret=***',
    response: '{"access_token":"***","token_type":"Bearer","expires_in":3600}',
  });
});

test('keys differ from run to run', () => {
  const [one, other] = [createBench(1), createBench(2)];
  expect(one.office.credentials).not.toEqual(other.office.credentials);
  expect(one.office.credentials).toEqual(createBench(1).office.credentials);
});
