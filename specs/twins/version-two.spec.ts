import { expect, test } from 'vitest';
import { servedForTest } from './served.ts';

test('Version 2 of the API answers below the address that is printed for it', async () => {
  const { served } = await servedForTest();
  const [, office] = served.twins;
  const [, second] = office?.endpoints ?? [];
  const { applicationKey, clientKey, subscriptionKey = '' } = office?.credentials ?? {};
  const key = { 'ocp-apim-subscription-key': subscriptionKey };
  const basic = `Basic ${btoa(`${applicationKey}:${clientKey}`)}`;
  const signedIn = await fetch(`${second}/OAuth/Token`, {
    method: 'POST',
    headers: { ...key, authorization: basic },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  expect(signedIn.status).toBe(200);
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const headers = { ...key, authorization: `Bearer ${token}` };
  expect((await fetch(`${second}/v2/ContactPersons`, { headers })).status).toBe(204);
});
