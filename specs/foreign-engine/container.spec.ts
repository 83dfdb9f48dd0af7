import { expect, test } from 'vitest';
import type { EngineOrder } from '../../src/engine-order.ts';
import { type Played, playedOn } from './played.ts';

/** The engine in Python with all of its faults; `.ci/docker/start.sh` makes it. */
const image = process.env['SYNCPROOF_ENGINE_IMAGE'];

const contacts = 'crmoffice-contacts-to-poweroffice-go-contactperson/every';

const verdicts: readonly (Played & { readonly verdict: string })[] = [
  { promise: contacts, check: 'survives-restart', verdict: 'passed' },
  { promise: contacts, check: 'same-stamp', verdict: 'failed' },
];

test.for(verdicts)(
  'an engine in a container is judged by the same checks: $check has $verdict',
  { timeout: 180_000 },
  async ({ verdict, ...played }, { skip }) => {
    if (image === undefined) return skip('SYNCPROOF_ENGINE_IMAGE names no image');
    expect(await playedOn(inContainer(image), played)).toMatchObject({ verdict });
  },
);

test('an image that is not there is refused', { timeout: 120_000 }, async ({ skip }) => {
  if (image === undefined) return skip('SYNCPROOF_ENGINE_IMAGE names no image');
  const played = { promise: contacts, check: 'creates-exactly-one' };
  await expect(playedOn(inContainer('syncproof-no-such-image:1'), played)).rejects.toMatchObject({
    code: 'usage',
  });
});

function inContainer(name: string): EngineOrder {
  const judged = { signals: true, quietPasses: 2, withinMs: 60_000 };
  return { kind: 'container', image: name, ...judged };
}
