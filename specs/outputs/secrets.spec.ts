import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requirementOf, resultOf, sectionOf } from '../../fixtures/results/builders.ts';
import { start } from '../../fixtures/results/exchanges.ts';
import { packsOf, unpackedOf } from '../../fixtures/results/page-reading.ts';
import { writeReports } from '../../src/commands/write-reports.ts';
import { spellingsOf } from '../../src/evidence/secret-spellings.ts';
import { checksFor } from '../../src/harness/checks/registry.ts';
import { runCheck } from '../../src/harness/stage/run-check.ts';
import type { Result } from '../../src/report/result/model.ts';
import { serializeSignoff } from '../../src/report/signatures/parse-signoff.ts';
import { sign } from '../../src/report/signatures/sign.ts';
import { type EngineUnderTest, referenceEngine } from '../../src/sync/engine-under-test.ts';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { subjectOf } from '../subject.ts';
import { createWorld, type WorldPlan } from '../world.ts';
import { leakyEngine } from './leaky-engine.ts';

test.each(['credentials', 'tokens'] as const)(
  '%s that an engine writes into records get into no output file, however spelled',
  async (leak) => {
    const engine = leakyEngine(leak);
    const result = await resultOfPlaying(engine);
    const secrets = [...engine.secrets];
    expect(result.outcome).toBe('not accepted');
    expect(secrets.length).toBeGreaterThan(1);
    const texts = await outputsOf(result);
    expect(texts.join('')).toContain('[masked: ');
    for (const secret of secrets) {
      for (const { find } of spellingsOf(secret)) {
        expect(texts.filter((text) => text.includes(find))).toEqual([]);
      }
    }
  },
);

test('where the records are real, no value of a person gets into any output file', async () => {
  const typed: string[] = [];
  const wire: EngineUnderTest['wire'] = (fetch) => async (input, init) => {
    const request = new Request(input, init);
    const sent = await request.clone().text();
    typed.push(...[...sent.matchAll(/"name":"([^"]+)"/g)].map(([, name = '']) => name));
    return fetch(request);
  };
  const personal = { properties: 'all', key: 'of this run alone' } as const;
  const result = await resultOfPlaying({ ...referenceEngine, wire }, { personal });
  expect(typed).not.toEqual([]);
  const texts = await outputsOf(result);
  expect(texts.join('')).toContain('[value ');
  for (const name of typed) expect(texts.filter((text) => text.includes(name))).toEqual([]);
});

/** One requirement whose check saw the engine at work, twice: as it came out, and as if it had passed. */
async function resultOfPlaying(
  engine: EngineUnderTest,
  of: Pick<WorldPlan, 'personal'> = {},
): Promise<Result> {
  const [section] = ours.dataflow.sections;
  const [requirement] = section?.requirements ?? [];
  if (section === undefined || requirement === undefined) throw new Error('Nothing to check.');
  const subject = subjectOf(ours, section, requirement);
  const checks = checksFor(requirement.kind, subject);
  const check = 'verdict' in checks ? undefined : checks[0];
  if (check === undefined) throw new Error('The first requirement has no check.');
  const world = await createWorld({ ...ours, ...of, engine, seed: 1 });
  const { alsoBroken: _, ...run } = await runCheck({ world, check, subject });
  const seen = { ...run, id: check.id, title: check.title(subject), durationMs: 1, replay: '' };
  const { violation: __, ...passed } = { ...seen, id: 'packed', verdict: 'passed' as const };
  const { id, kind, line, text } = requirement;
  const both = requirementOf({ id, kind, line, text, verdict: 'failed', checks: [seen, passed] });
  return resultOf({
    outcome: 'not accepted',
    sentence: run.reason,
    sections: [sectionOf({ requirements: [both] })],
  });
}

/** The text of every file that is written, and of every pack inside of one. */
async function outputsOf(result: Result): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'syncproof-outputs-'));
  try {
    const requirements = result.sections.flatMap((section) => section.requirements);
    const signoff = sign(result, {
      requirements: requirements.map(({ id }) => id),
      name: 'Kari Nordmann',
      role: 'QA lead',
      remark: result.sentence,
      rejects: false,
      at: start,
    });
    await writeReports(result, folder, { signoff });
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    );
    const unpacked = texts.flatMap((text) => [...packsOf(text), unpackedOf(text)]);
    return [...texts, ...unpacked, serializeSignoff(signoff)];
  } finally {
    await rm(folder, { recursive: true });
  }
}
