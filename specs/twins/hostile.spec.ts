import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { sendRaw, statusOf } from './raw-socket.ts';
import { type ServedForTest, servedForTest } from './served.ts';

let twins: ServedForTest | undefined;

async function served(more?: Parameters<typeof servedForTest>[0]): Promise<ServedForTest> {
  twins = await servedForTest(more);
  return twins;
}

/** After whatever was done, both twins answer, and nothing was thrown. */
afterEach(async () => {
  if (!twins) return;
  const headers = await twins.officeToken();
  expect((await fetch(`${twins.office}/Customer`, { headers })).status).toBe(200);
  expect((await fetch(`${twins.crm}/contacts`, { headers: await twins.crmToken() })).status).toBe(
    200,
  );
  expect(twins.defects).toEqual([]);
  twins = undefined;
});

const end = 'Host: x\r\nConnection: close\r\n\r\n';

describe('Malformed requests', () => {
  const malformed: readonly (readonly [what: string, bytes: string, status: number])[] = [
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a method that there is none of', `FROB / HTTP/1.1\r\n${end}`, 400],
    ['a header without a colon', `GET / HTTP/1.1\r\nbroken\r\n${end}`, 400],
    ['two lengths', `POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${end}x`, 400],
    [
      'length and chunks',
      `POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n${end}0\r\n\r\n`,
      400,
    ],
    [
      'a chunk without a size',
      `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${end}zz\r\n`,
      400,
    ],
    ['a target that is a URL', `GET http://elsewhere.test/ HTTP/1.1\r\n${end}`, 400],
    ['a target that is a star', `OPTIONS * HTTP/1.1\r\n${end}`, 400],
    ['a header that never ends', `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n${end}`, 431],
    ['a path that climbs', `GET /../../etc/passwd HTTP/1.1\r\n${end}`, 404],
    ['a path that climbs in disguise', `GET /%2e%2e/%2e%2e%2fetc HTTP/1.1\r\n${end}`, 404],
    ['a path of another host', `GET //evil.test/Customer HTTP/1.1\r\n${end}`, 404],
    ['a broken escape', `GET /%zz%c0%af HTTP/1.1\r\n${end}`, 404],
    ['a null byte', `GET /Customer%00 HTTP/1.1\r\n${end}`, 404],
  ];

  test.for(malformed)('%s is refused', async ([, bytes, status]) => {
    const { office, ask } = await served();
    const before = await ask('GET', '/parties/poweroffice-go/Customer');
    expect(statusOf(await sendRaw(office, bytes))).toBe(status);
    expect(await ask('GET', '/parties/poweroffice-go/Customer')).toEqual(before);
  });

  test('whatever Host says, the twin is where it is', async () => {
    const { crm, crmToken } = await served({ records: 3 });
    const { authorization } = await crmToken();
    const heard = await sendRaw(
      crm,
      `GET /contacts?limit=1 HTTP/1.1\r\nAuthorization: ${authorization}\r\nHost: evil.test\r\nConnection: close\r\n\r\n`,
    );
    expect(statusOf(heard)).toBe(200);
    expect(heard).toContain(`"next":"${crm}/contacts?`);
    expect(heard).not.toContain('evil');
  });
});

describe('Bodies', () => {
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  const broken: readonly (readonly [what: string, body: string, type: string, status: number])[] = [
    ['broken JSON', '{"familyName":', 'application/json', 400],
    ['a list', '[]', 'application/json', 400],
    ['the wrong content type', '{}', 'text/xml', 415],
    ['an object 50,000 deep', deep, 'application/json', 422],
    ['lists 200,000 deep', `{"familyName":${'['.repeat(200_000)}`, 'application/json', 400],
    ['a prototype', '{"__proto__":{"admin":true}}', 'application/json', 422],
    ['bytes that are no UTF-8', '\xff\xfe{}', 'application/json', 400],
  ];

  test.for(broken)('%s is refused, and nothing is created', async ([, body, type, status]) => {
    const { crm, crmToken, ask } = await served();
    const headers = { ...(await crmToken()), 'content-type': type };
    const sent = Buffer.from(body, 'latin1');
    const response = await fetch(`${crm}/contacts`, { method: 'POST', headers, body: sent });
    expect(response.status).toBe(status);
    expect((await ask('GET', '/parties/crmoffice/Contacts')).body).toEqual({ ids: [] });
  });

  test('more than 1 MB is 413, by length and in chunks, and no request of the API', async () => {
    const { crm, crmToken, control } = await served();
    const headers = { ...(await crmToken()), 'content-type': 'application/json' };
    const body = 'x'.repeat(1024 * 1024 + 1);
    const sized = await fetch(`${crm}/contacts`, { method: 'POST', headers, body });
    expect(sized.status).toBe(413);
    const stream = new Blob([body]).stream();
    const init = { method: 'POST', headers, body: stream, duplex: 'half' } as const;
    expect((await fetch(`${crm}/contacts`, init)).status).toBe(413);
    expect(await (await fetch(`${control}/ledger`)).text()).not.toContain('xxx');
  });

  test('a body without end is cut off', async () => {
    const { crm } = await served();
    const head = 'POST /contacts HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n';
    expect(statusOf(await sendRaw(crm, head))).toBe(413);
  });
});

describe('Slow and many', () => {
  const bounds = { headers: 200, request: 400, idle: 200 };

  test('a header that does not come is 408', async () => {
    const { crm } = await served({ bounds });
    expect(statusOf(await sendRaw(crm, 'GET /contacts HTTP/1.1\r\nHo'))).toBe(408);
  });

  test('a body that does not come is 408', async () => {
    const { crm } = await served({ bounds });
    const head = 'POST /contacts HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{';
    expect(statusOf(await sendRaw(crm, head))).toBe(408);
  });

  test('a connection that says nothing more is closed', async () => {
    const { crm } = await served({ bounds });
    expect(statusOf(await sendRaw(crm, 'GET /contacts HTTP/1.1\r\nHost: x\r\n\r\n'))).toBe(401);
  });

  test('of thousands of connections those beyond the bound are closed', async () => {
    const { crm } = await served({ bounds: { connections: 50 } });
    const sockets = await crowd(crm, { size: 2000, held: 50 });
    for (const socket of sockets) socket.destroy();
  });
});

/** Opens so many connections, and waits until no more than `held` of them are left open by the other side. */
function crowd(
  origin: string,
  { size, held }: { readonly size: number; readonly held: number },
): Promise<readonly Socket[]> {
  const { hostname, port } = new URL(origin);
  const sockets: Socket[] = [];
  let open = size;
  return new Promise((resolve) => {
    const another = (): void => {
      const socket = connect({ host: hostname, port: Number(port) });
      sockets.push(socket);
      socket.on('error', () => socket.destroy());
      // One by one, since the queue of a listener is short.
      socket.on('connect', () => sockets.length <= held && another());
      socket.on('close', () => {
        open -= 1;
        if (open <= held) resolve(sockets);
        else if (sockets.length < size) another();
      });
    };
    another();
  });
}
