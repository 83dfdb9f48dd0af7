import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { diff } from '../../src/commands/diff.ts';
import { merge } from '../../src/commands/merge.ts';
import { report } from '../../src/commands/report.ts';
import { schema } from '../../src/commands/schema.ts';
import { projectRoot } from '../../src/config.ts';
import { parseResult } from '../../src/report/result/json.ts';
import type { Result } from '../../src/report/result/model.ts';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'syncproof-'));
  await writeFile(at('document.rst'), exampleText({ properties: [] }));
  await Promise.all([
    check('whole'),
    check('one', '--shard', '1/2'),
    check('two', '--shard', '2/2'),
  ]);
}, 180_000);

afterAll(() => rm(folder, { recursive: true }));

function at(...path: readonly string[]): string {
  return join(folder, ...path);
}

async function check(name: string, ...flags: readonly string[]): Promise<void> {
  const cli = join(projectRoot, 'src', 'cli.ts');
  const command = [cli, 'check', at('document.rst'), '--seed', '7', '--out', at(name), ...flags];
  await run(process.execPath, command, {
    env: { ...process.env, GITHUB_STEP_SUMMARY: at('job.md') },
  });
}

/** A console that keeps what it is told. */
function listener() {
  const said: string[] = [];
  const console = { out: (text: string) => void said.push(text), err: () => undefined };
  return { console, said: () => said.join('') };
}

async function result(name: string): Promise<Result> {
  return parseResult(await readFile(at(name, 'checklist.json'), 'utf8'));
}

/** What a result says, without what differs from run to run. */
function untimed({ run: { seed, engine }, sections, ...rest }: Result) {
  const requirements = sections.flatMap((section) => section.requirements);
  const checks = requirements.map((each) => each.checks.map((of) => ({ ...of, durationMs: 0 })));
  return {
    ...rest,
    seed,
    engine,
    requirements: requirements.map((of, i) => ({ ...of, checks: checks[i] })),
  };
}

const json = (name: string): string => at(name, 'checklist.json');

test('Shards that ran apart, merged, say what a whole run says', async () => {
  const { console } = listener();
  const files = [json('two'), json('one')];
  const code = await merge(
    { files, out: at('merged'), strict: false },
    { console, stepSummary: undefined },
  );
  expect(code).toBe(0);
  expect(untimed(await result('merged'))).toEqual(untimed(await result('whole')));
  expect((await result('merged')).run.shard).toBeUndefined();
});

test('Each shard checks its own share, and says that it is not the whole', async () => {
  const [whole, one, two] = [await result('whole'), await result('one'), await result('two')];
  const checks = ({ sections }: Result): readonly string[] =>
    sections.flatMap(({ requirements }) =>
      requirements.flatMap(({ id, checks }) => checks.map((each) => `${id}#${each.id}`)),
    );
  expect([...checks(one), ...checks(two)].toSorted()).toEqual(checks(whole).toSorted());
  expect(checks(one).length).toBeGreaterThan(0);
  expect(checks(two).length).toBeGreaterThan(0);
  expect(one.sentence).toBe('Incomplete: this is shard 1 of 2 alone; merge it with the others.');
});

test('Without a shard the exit code is 1, and strict or not the whole is incomplete', async () => {
  const { console, said } = listener();
  const audience = { console, stepSummary: undefined };
  expect(await merge({ files: [json('one')], out: at('half'), strict: false }, audience)).toBe(1);
  expect(said()).toContain('Incomplete: shard 2 of 2 is missing.');
});

test('A run is checked with the seed and the document that it was given', async () => {
  const whole = await result('whole');
  expect(whole.document.title).toBe('Acme to Globex Dataflow');
  const seeds = whole.sections.flatMap(({ requirements }) =>
    requirements.flatMap(({ checks }) => checks.map(({ evidence }) => evidence?.seed)),
  );
  expect(new Set(seeds)).toEqual(new Set([7]));
});

test('Every view is rendered again to the same bytes', async () => {
  const { console } = listener();
  expect(await report({ file: json('whole'), out: at('again') }, console)).toBe(0);
  const entries = await readdir(at('again'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  expect(files.length).toBeGreaterThan(6);
  for (const file of files) {
    const [again, first] = [file, file.replace(at('again'), at('whole'))];
    expect(await readFile(again, 'utf8'), file).toBe(await readFile(first, 'utf8'));
  }
});

test('A whole run is remembered, a shard is not, and a job on GitHub shows the summary', async () => {
  expect((await readFile(at('whole', 'history.jsonl'), 'utf8')).split('\n')).toHaveLength(2);
  await expect(readFile(at('one', 'history.jsonl'))).rejects.toThrow('ENOENT');
  expect(await readFile(at('job.md'), 'utf8')).toContain('Acme to Globex Dataflow');
});

test('A run says what is different from the last that was accepted, or from the one that is named', async () => {
  const { console } = listener();
  const audience = { console, stepSummary: undefined };
  const files = [json('one'), json('two')];
  const history = at('past', 'history.jsonl');
  const options = { files, out: at('past'), history, strict: false };
  await merge(options, audience);
  expect((await result('past')).since).toBeUndefined();
  await merge({ ...options, files: [json('one')] }, audience);
  const half = await result('past');
  expect(half.since?.run).toBe('last accepted');
  expect(new Set(half.since?.turns.map(({ fate }) => fate))).toEqual(new Set(['newly-open']));
  await merge({ ...options, baseline: at('past', 'checklist.json') }, audience);
  const again = await result('past');
  expect(again.since?.run).toBe('named');
  expect(new Set(again.since?.turns.map(({ fate }) => fate))).toEqual(new Set(['newly-passed']));
  expect(again.earlier?.map(({ outcome }) => outcome)).toEqual(['accepted', 'incomplete']);
  const page = await readFile(at('past', 'checklist.html'), 'utf8');
  await report({ file: json('past'), out: at('past-again') }, console);
  expect(await readFile(at('past-again', 'checklist.html'), 'utf8')).toBe(page);
});

test('Two results, and two documents, are told apart by what is in them', async () => {
  await writeFile(at('other.rst'), exampleText({}));
  const print = async (
    flags: Partial<Parameters<typeof diff>[0]>,
    ...files: readonly [string, string]
  ) => {
    const { console, said } = listener();
    const [before, after] = files;
    const code = await diff({ before, after, json: false, markdown: false, ...flags }, console);
    return { code, said: said() };
  };
  const documents = await print({}, at('document.rst'), at('other.rst'));
  expect(documents).toMatchObject({ code: 0, said: expect.stringContaining('Row added') });
  const results = await print({ json: true }, json('whole'), json('one'));
  expect(results.code).toBe(1);
  expect(JSON.parse(results.said)).toMatchObject({ kind: 'results', isWorse: true });
  const back = await print({ markdown: true, html: at('diff.html') }, json('one'), json('whole'));
  expect(back.code).toBe(0);
  expect(back.said).toMatch(/^## Not worse: 1 newly passed/);
  expect(await readFile(at('diff.html'), 'utf8')).toContain('<h1>Not worse');
});

test.each([
  ['a document and a result', ['document.rst', 'whole/checklist.json'], 'usage'],
  ['a file that is not there', ['nothing', 'document.rst'], 'results'],
  ['a damaged result', ['damaged', 'damaged'], 'results'],
  ['what is neither', ['whole/junit.xml', 'document.rst'], 'document'],
])('To compare %s is refused in one line', async (_, [before = '', after = ''], code) => {
  await writeFile(at('damaged'), '{"format":\n"syncproof-result/1"}');
  const options = { before: at(before), after: at(after), json: false, markdown: false };
  await expect(diff(options, listener().console)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/^[^\n]+$/),
  });
});

test('A damaged history is refused before anything is written', async () => {
  await writeFile(at('history'), 'not a run\n');
  const options = { files: [json('one')], out: at('never'), history: at('history'), strict: false };
  const audience = { console: listener().console, stepSummary: undefined };
  await expect(merge(options, audience)).rejects.toMatchObject({ code: 'results' });
  await expect(readFile(at('never', 'checklist.json'))).rejects.toThrow('ENOENT');
});

test('The schema is printed', () => {
  const { console, said } = listener();
  expect(schema(console)).toBe(0);
  expect(JSON.parse(said())).toMatchObject({ title: 'The result of a run of syncproof' });
});
