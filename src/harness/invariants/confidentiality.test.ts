import { expect, test } from 'vitest';
import { redactor } from '../../evidence/redaction.ts';
import { born, testWorld } from '../test-world.ts';
import { confidentiality } from './confidentiality.ts';

const name = 'Ada ab12cd34';
const remark = 'remark x9y8z7w6';

function withOne() {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name, remark } });
  return told;
}

const broken = async (told: ReturnType<typeof withOne>) =>
  confidentiality.judge(await told.scene());

test('A mapped value may be sent to the other system', async () => {
  const told = withOne();
  told.request({ request: JSON.stringify({ fullName: name }) });
  expect(await broken(told)).toEqual([]);
});

test('An unmapped value may not, neither in a body nor in a question', async () => {
  for (const saying of [
    { request: JSON.stringify({ remark }) },
    { request: '', url: `/contact?remark=${encodeURIComponent(remark)}` },
  ]) {
    const told = withOne();
    told.request(saying);
    expect(await broken(told)).toMatchObject([
      { message: expect.stringContaining('typed into remark of Acme Customers 1') },
    ]);
  }
});

test('To its own system it may be sent back', async () => {
  const told = withOne();
  told.request({ system: 'Acme', request: JSON.stringify({ remark }) });
  expect(await broken(told)).toEqual([]);
});

test('What a record held that was deleted before may be sent no more', async () => {
  const told = withOne();
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  told.request({ request: JSON.stringify({ fullName: name }) });
  expect(await broken(told)).toMatchObject([
    { message: expect.stringContaining('a record that had been deleted before') },
  ]);
});

test('A record that is linked to nothing keeps its values to itself', async () => {
  const told = testWorld();
  told.change({
    by: 'user',
    side: 'target',
    id: '9',
    action: 'create',
    fields: { fullName: name },
  });
  told.request({ system: 'Acme', request: JSON.stringify({ name }) });
  expect(await broken(told)).toMatchObject([
    { message: expect.stringContaining('a record that is linked to nothing') },
  ]);
});

test('A credential may be sent to nobody', async () => {
  const told = withOne();
  told.request({ request: '{"note":"s3cret-key-of-acme"}' });
  const scene = await told.scene();
  const gate = redactor([{ name: 'key', value: 's3cret-key-of-acme' }]);
  expect(await confidentiality.judge({ ...scene, gate })).toMatchObject([
    { message: expect.stringContaining('holds a credential') },
  ]);
});

test('What the engine reports holds neither what a user typed nor a credential', async () => {
  const reporting = async (reason: string) => {
    const told = withOne();
    const scene = await told.scene({
      report: { problems: [{ kind: 'refused', reason }], conflicts: [] },
    });
    const gate = redactor([{ name: 'key', value: 's3cret-key-of-acme' }]);
    return confidentiality.judge({ ...scene, gate });
  };
  expect(await reporting('400 Bad Request')).toEqual([]);
  expect(await reporting(`400 for {"name":"${name}"}`)).toMatchObject([
    { message: expect.stringContaining('typed into name of Acme Customers 1'), found: `"${name}"` },
  ]);
  expect(await reporting('signed in with s3cret-key-of-acme')).toMatchObject([
    { message: expect.stringContaining('reports a credential') },
  ]);
});

test('A request for a token holds a credential, as it has to', async () => {
  const told = withOne();
  const request = 'grant_type=client_credentials&key=s3cret-key-of-acme';
  told.request({ method: 'POST', mutating: false, request });
  const gate = redactor([{ name: 'key', value: 's3cret-key-of-acme' }]);
  expect(await confidentiality.judge({ ...(await told.scene()), gate })).toEqual([]);
});

test('However an address is written, what it says is read', async () => {
  for (const [text, url] of [
    [remark, `/contact?remark=${remark.replace(' ', '+')}`],
    ['x9y8z7w6', '/contact?share=100%&remark=x9y8z7w6'],
  ] as const) {
    const told = testWorld();
    told.change({ ...born, id: '1', fields: { remark: text } });
    told.request({ request: '', url });
    expect(await broken(told), url).not.toEqual([]);
  }
});

test('A leak is told with the request, the record, the property and the text', async () => {
  const told = withOne();
  told.request({ request: JSON.stringify({ remark }) });
  expect(await broken(told)).toEqual([
    {
      law: 'I14 confidentiality',
      message:
        'request 2, PATCH /contact/9 to Globex, holds what a user typed into remark of Acme Customers 1, which no section lets travel',
      found: `"${remark}"`,
    },
  ]);
});
