import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import { faults } from '../../fixtures/faulty-engines/faults.ts';
import { virtualClock } from '../../src/clock.ts';
import type { Fault } from '../../src/commands/prove/fault.ts';
import { prove } from '../../src/commands/prove/prove.ts';
import { parseProof } from '../../src/report/proof/proof-file.ts';
import { isRight } from '../../src/report/proof/standing.ts';

const document = fileURLToPath(new URL('./small.rst', import.meta.url));

const never = () => new Promise<void>(() => undefined);

interface Chosen {
  readonly stopped?: () => Promise<void>;
  readonly fault?: readonly string[];
}

/** The command, on these faults only. */
async function run(faults: readonly Fault[], { stopped = never, ...chosen }: Chosen = {}) {
  const out = await mkdtemp(join(tmpdir(), 'proof-'));
  onTestFinished(() => rm(out, { recursive: true }));
  const told: string[] = [];
  const code = await prove(
    { document, seed: inject('seed'), histories: 4, out, ...chosen },
    {
      console: { out: (text) => told.push(text), err: () => undefined },
      clock: virtualClock(Date.UTC(2026, 0, 5)),
      faults,
      stopped,
    },
  );
  return { code, out, told: told.join('') };
}

async function proving(faults: readonly Fault[]) {
  const { out, ...told } = await run(faults);
  const read = (file: string) => readFile(join(out, file), 'utf8');
  return { ...told, proof: parseProof(await read('proof.json')), page: await read('proof.html') };
}

/** On the document alone: the proving documents are for the whole catalogue. */
const lostLinks = faults
  .filter(({ name }) => name === 'relink-lost-dup')
  .map((fault) => ({ ...fault, on: [] }));

test('A fault that the checks of a document catch is proved, and told fault by fault', async () => {
  const { code, proof, told, page } = await proving(lostLinks);
  expect(told).toContain('Proved: 1 of 1 faults are caught');
  expect(code).toBe(0);
  const [engine] = proof.engines;
  expect(engine?.rings.some((ring) => ring.own && isRight(engine, ring))).toBe(true);
  expect(proof.reference).toMatchObject({ rings: [], histories: 4, broken: [] });
  expect(page).toContain(engine?.fault);
});

test('A fault that breaks another law than it should is not proved: exit code 1', async () => {
  const mistaken = lostLinks.map((fault) => ({ ...fault, laws: ['I14'], expectations: [] }));
  const { code, told } = await proving(mistaken);
  expect(told).toContain('Not proved: 0 of 1 faults');
  expect(code).toBe(1);
});

test('A run that was stopped proves nothing, says so, and leaves an earlier proof where it is', async () => {
  const { code, out, told } = await run(lostLinks, { stopped: () => Promise.resolve() });
  expect(told).toContain('Not proved: the run was stopped when 0 of 1 faults had been played');
  expect(code).toBe(1);
  expect(await readdir(out)).toEqual([]);
});

test('Some faults are shown alone: that is no proof, and leaves an earlier one where it is', async () => {
  const others = faults.filter(({ name }) => name !== 'relink-lost-dup');
  const fault = ['relink-lost-dup'];
  const { code, out, told } = await run([...lostLinks, ...others], { fault });
  expect(told).toContain('Proved: 1 of 1 faults are caught');
  expect(told).toContain('Some faults alone: the last proof stays as it is.');
  expect(told).not.toContain('Checks that');
  expect(code).toBe(0);
  expect(await readdir(out)).toEqual([]);
});

test('A fault that is not in the catalogue is refused by its name', async () => {
  const refused = run(lostLinks, { fault: ['relink-lost-dup', 'nosuch'] });
  await expect(refused).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('There is no faulty engine "nosuch"'),
  });
});

test('A folder that cannot be made is refused before anything is played', async () => {
  const said: string[] = [];
  const proving = prove(
    { document, seed: inject('seed'), histories: 4, out: join(document, 'reports') },
    {
      console: { out: (text) => said.push(text), err: (text) => said.push(text) },
      clock: virtualClock(Date.UTC(2026, 0, 5)),
      faults: lostLinks,
      stopped: never,
    },
  );
  await expect(proving).rejects.toMatchObject({ code: 'usage' });
  expect(said).toEqual([]);
});
