import { describe, expect, test } from 'vitest';
import { type TwinsOptions, type TwinsSurroundings, twins } from './twins.ts';

const options: TwinsOptions = { host: '127.0.0.1', port: 0, seed: 1, records: 0, json: false };

function surroundings(serve: TwinsSurroundings['serve']): TwinsSurroundings & { said: string[] } {
  const said: string[] = [];
  const out = (text: string): void => void said.push(text);
  return { said, console: { out, err: out }, serve, stopped: async () => undefined };
}

const served = {
  twins: [
    {
      ...{ system: 'A', name: 'a', baseUrl: 'http://127.0.0.1:1' },
      endpoints: ['http://127.0.0.1:1', 'http://127.0.0.1:1/v2'],
      credentials: { key: 'made-up' },
    },
  ],
  control: 'http://127.0.0.1:2',
};

describe('twins', () => {
  test('says where everything is, and drains when it is stopped', async () => {
    const drained: number[] = [];
    const around = surroundings(async () => ({
      ...served,
      drain: async (bound) => void drained.push(bound),
    }));
    expect(await twins(options, around)).toBe(0);
    expect(around.said.join('')).toContain(
      'A  http://127.0.0.1:1  http://127.0.0.1:1/v2\n  key  made-up\nControl  http',
    );
    expect(drained).toEqual([5000]);
  });

  test('says it as one line of JSON', async () => {
    const around = surroundings(async () => ({ ...served, drain: async () => undefined }));
    await twins({ ...options, json: true }, around);
    expect(around.said).toHaveLength(1);
    expect(JSON.parse(around.said.join(''))).toEqual(served);
  });

  test('takes no address but this machine’s', async () => {
    const around = surroundings(() => Promise.reject(new Error('not reached')));
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'example.test', '']) {
      await expect(twins({ ...options, host }, around)).rejects.toMatchObject({ code: 'usage' });
    }
  });

  test('passes on what it does not understand', async () => {
    const defect = new Error('a defect');
    const around = surroundings(() => Promise.reject(defect));
    await expect(twins(options, around)).rejects.toBe(defect);
  });
});
