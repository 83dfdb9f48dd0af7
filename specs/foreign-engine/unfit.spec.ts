import { expect, test } from 'vitest';
import { playedOn, pythonEngine, startedBy, wantsPython } from './played.ts';

const played = {
  promise: 'crmoffice-contacts-to-poweroffice-go-contactperson/every',
  check: 'creates-exactly-one',
};

const unfit = (how: string): string => `exec python3 ${pythonEngine}/unfit.py ${how}`;

test('an engine that never stops writing is not judged: it does not come to rest', async (context) => {
  wantsPython(context);
  const run = await playedOn(startedBy(unfit('restless'), { signals: false }), played);
  expect(run.verdict).toBe('inconclusive');
  expect(run.reason).toMatch(/did not come to rest in 25 passes.*PATCH \/activities\/0.* failed/);
});

test('an engine that never begins is not judged: it ends no pass in time', async () => {
  const run = await playedOn(startedBy('exec sleep 600', { withinMs: 500 }), played);
  expect(run).toMatchObject({
    verdict: 'inconclusive',
    reason: 'The engine did not end a pass within 0.5 seconds. It said nothing.',
  });
});

test('an engine that breaks down is not judged: its last words say why, without a secret', async (context) => {
  wantsPython(context);
  const run = await playedOn(startedBy(unfit('broken')), played);
  expect(run.verdict).toBe('inconclusive');
  expect(run.reason).toMatch(/^The engine broke off: it ended with exit code 1\. .*no idea what/);
  expect(run.reason).toContain('[masked: clientSecret');
});

test('an engine whose signal is no report is not judged', async (context) => {
  wantsPython(context);
  const run = await playedOn(startedBy(unfit('mumbling')), played);
  expect(run).toMatchObject({
    verdict: 'inconclusive',
    reason: 'The engine signals a report that is none (it is no JSON object): all is well',
  });
});
