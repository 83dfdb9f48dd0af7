import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { sendRaw, statusOf } from './raw-socket.ts';
import { servedForTest } from './served.ts';

test('draining ends what is in flight and takes no more', async () => {
  const { served, crm, control } = await servedForTest();
  const { hostname, port } = new URL(crm);
  const following = fetch(`${control}/ledger?wait=60`);
  let heard = '';
  const body = 'grant_type=nothing';
  const socket = connect({ host: hostname, port: Number(port) });
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    heard += chunk;
  });
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.write(
    `POST /connect/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  await following;
  const drained = served.drain(5000);
  socket.write(body);
  await drained;
  await closed;
  expect(statusOf(heard)).toBe(400);
  expect(heard).toContain('unsupported_grant_type');
  expect(heard.toLowerCase()).toContain('connection: close');
  expect(await (await following).text()).toContain('"author":"user"');
  expect(await sendRaw(crm, 'GET / HTTP/1.1\r\n\r\n')).toBe('');
});

test('what does not end is cut off after the bound', async () => {
  const { served, crm } = await servedForTest();
  const hanging = sendRaw(crm, 'POST /contacts HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n');
  await fetch(crm);
  await served.drain(100);
  expect(await hanging).toBe('');
});
