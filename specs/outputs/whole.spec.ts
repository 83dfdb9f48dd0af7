import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { requirementOf, resultOf, sectionOf } from '../../fixtures/results/builders.ts';
import { showcaseResult } from '../../fixtures/results/showcase.ts';
import { countVerdicts } from '../../src/checklist/counts.ts';
import { verdicts } from '../../src/checklist/verdict.ts';
import { checkSignatures } from '../../src/commands/check-signatures.ts';
import { outcomeCode } from '../../src/commands/outcome-code.ts';
import { type SignOptions, signResult } from '../../src/commands/sign.ts';
import { writeReports } from '../../src/commands/write-reports.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { allRequirements } from '../../src/report/result/all-requirements.ts';
import { serializeResult } from '../../src/report/result/json.ts';

const clock = { now: () => Date.UTC(2026, 10, 24) };
const first = requirementOf({ id: 'one', text: 'The first row.' });
const second = requirementOf({ id: 'two', text: 'The second row.' });
const result = resultOf({ sections: [sectionOf({ requirements: [first, second] })] });

test('counts add up, and the sentence agrees with the exit code', () => {
  const shown = showcaseResult();
  const counts = countVerdicts(allRequirements(shown));
  const said =
    renderHtml(shown).match(/<p class="counts">13 requirements = ([^<]*)<br>/)?.[1] ?? '';
  const numbers = said.match(/\d+/g)?.map(Number) ?? [];
  expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(13);
  expect(numbers).toEqual(verdicts.map((verdict) => counts[verdict]).filter((count) => count > 0));
  expect(shown.sentence.startsWith('Not accepted')).toBe(true);
  expect(outcomeCode(shown, false)).toBe(1);
});

test('a verdict that nobody knows is not rendered', () => {
  const text = serializeResult(result).replace('"verdict": "passed"', '"verdict": "broken"');
  expect(() => renderHtml(JSON.parse(text))).toThrow(expect.objectContaining({ code: 'results' }));
});

test('signed, all is well; one byte changed in data, page or sign-off, and it is noticed', async () => {
  const { files, check, sign } = await reported();
  expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('one: unsigned') });
  await sign({ all: true });
  expect(await check()).toMatchObject({ code: 0 });
  for (const file of [files.data, files.page, files.signoff]) {
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('The first row', 'The first Row'));
    expect(await check()).toMatchObject({ code: 1 });
    await writeFile(file, whole);
  }
  expect(await check()).toMatchObject({ code: 0 });
});

test('when one row of the document changes, exactly its signature has lapsed, and is told of', async () => {
  const { files, check, sign } = await reported();
  await sign({ all: true });
  const changed = { ...second, text: 'The second row, changed.' };
  const next = resultOf({ sections: [sectionOf({ requirements: [first, changed] })] });
  await writeReports(next, files.folder);
  const { code, said } = await check();
  expect(code).toBe(1);
  expect(said).toContain('1 of 2 signed');
  expect(said).toContain('two: lapsed. The document\'s words changed: "The second row." before');
  await sign({ requirement: ['two'] });
  expect(await check()).toMatchObject({ code: 0 });
  const page = await readFile(files.page, 'utf8');
  expect(page).toContain('2 of 2 requirements signed.');
});

/** A result in a folder of its own, and the two commands on it. */
async function reported() {
  const folder = await mkdtemp(join(tmpdir(), 'syncproof-signed-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeReports(result, folder);
  const files = {
    folder,
    data: join(folder, 'checklist.json'),
    page: join(folder, 'checklist.html'),
    signoff: join(folder, 'signoff.json'),
  };
  const who = { name: 'Kari', role: 'QA lead', remark: '', reject: false, all: false };
  const console = { out: () => undefined, err: () => undefined };
  return {
    files,
    sign: (what: Partial<SignOptions>) =>
      signResult(
        { ...who, requirement: [], ...what, file: files.data, out: files.signoff },
        { console, clock },
      ),
    check: async () => {
      let said = '';
      const out = (text: string): void => {
        said += text;
      };
      const known = { file: files.data, signoff: files.signoff };
      const named = (await exists(files.signoff)) ? known : { file: files.data };
      const code = await checkSignatures(named, { ...console, out });
      return { code, said };
    },
  };
}

async function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
