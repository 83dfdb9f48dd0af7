import { expect, test } from 'vitest';
import { openPostgresStore } from './postgres.ts';

// What a server answers is in the specs of stores, which start one.
test('A server that cannot be reached is told, without the password', async () => {
  const connectionString = 'postgres://ada:secret@127.0.0.1:1/links';
  const refused = openPostgresStore({ connectionString, schema: 'any' });
  await expect(refused).rejects.toMatchObject({
    code: 'store',
    message: expect.stringMatching(/^the PostgreSQL store cannot be used: .*ECONNREFUSED/),
    cause: expect.any(Error),
  });
  await expect(refused).rejects.not.toThrow('secret');
});
