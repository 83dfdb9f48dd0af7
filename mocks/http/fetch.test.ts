import { describe, expect, test } from 'vitest';
import { createBench, signIn } from '../bench.ts';
import { twinFetch } from './fetch.ts';

describe('twinFetch', () => {
  test('a request that no twin owns is refused and kept', async () => {
    const { fetch, strays } = createBench();
    const sent = fetch('https://elsewhere.test/x?y=1', { method: 'POST', body: '{}' });
    await expect(sent).rejects.toMatchObject({ code: 'stray-request' });
    expect(strays).toEqual(['POST https://elsewhere.test/x?y=1']);
  });

  test('a host that merely begins like a twin’s is not the twin’s', async () => {
    const { fetch } = createBench();
    const sent = fetch('https://crmoffice.test.evil.test/activities');
    await expect(sent).rejects.toMatchObject({ code: 'stray-request' });
  });

  test('a broken connection rejects as Node’s fetch does', async () => {
    const bench = createBench();
    const crm = await signIn(bench.fetch, bench.crm);
    bench.faults.inject([{ code: 'F3' }]);
    await expect(crm('/activities')).rejects.toThrow(new TypeError('fetch failed'));
    expect(bench.requests().at(-1)).toMatchObject({ status: 0, response: '', refused: false });
    expect((await crm('/activities')).status).toBe(200);
  });

  test('an aborted request never reaches a twin', async () => {
    const bench = createBench();
    const sent = bench.fetch('https://crmoffice.test/activities', { signal: AbortSignal.abort() });
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    expect(bench.requests()).toEqual([]);
  });

  test('what a twin throws is kept as the twin’s defect', async () => {
    const { crm } = createBench();
    const defect = new Error('bug');
    const answer = (): never => {
      throw defect;
    };
    const broken = twinFetch([
      { ...crm, endpoints: [{ baseUrl: crm.baseUrl, routes: [], answer }] },
    ]);
    await expect(broken.fetch('https://crmoffice.test/x')).rejects.toBe(defect);
    expect(broken.defects).toEqual([defect]);
  });
});
