import { expect, test } from 'vitest';
import type { RequestEntry } from '../../evidence/ledger.ts';
import { testStage } from '../test-stage.ts';
import { expectQuiet } from './quiet.ts';

/** What comes of it where the engine sends this in each of two passes, and something before. */
function judged(request: Partial<RequestEntry>): Promise<void> {
  const { stage, request: send } = testStage({ cycle: () => void send(request) });
  send();
  send({ system: 'Acme' });
  return expectQuiet(stage, () => stage.cycle(2));
}

test('To read is quiet, and whatever would write is not, on either side', async () => {
  await expect(judged({ mutating: false })).resolves.toBeUndefined();
  for (const request of [{}, { system: 'Acme' }, { status: 422 }]) {
    await expect(judged(request)).rejects.toMatchObject({
      violation: {
        message: 'the engine sent writes although there was nothing to carry',
        expected: '0 writes',
        found: '2 writes',
      },
    });
  }
});
