import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { listDocuments, openDataflow } from './open.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'syncproof-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Writes a file into the test's own folder, and gives its path. */
async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** A refusal with the right code, on one line that names the path. */
function refusalOf(path: string, reason: string) {
  return expect.objectContaining({
    code: 'document',
    message: expect.stringMatching(new RegExp(`^Cannot read ${path}: [^\\n]*${reason}[^\\n]*\\.$`)),
  });
}

describe('opening a document', () => {
  test('reads it', async () => {
    const path = await write('a.rst', exampleText({}));
    await expect(openDataflow(path)).resolves.toMatchObject({ source: 'Acme', diagnostics: [] });
  });

  test('reads a damaged one, as long as anything in it is a promise', async () => {
    const path = await write('a.rst', exampleText({}).split('\n').slice(10).join('\n'));
    await expect(openDataflow(path)).resolves.toMatchObject({ title: '', sections: [{}] });
  });

  test.each([
    ['nothing at all', '', 'it is empty'],
    ['only blanks', '\uFEFF \r\n\t\n', 'it is empty'],
    ['NUL bytes', 'Acme\0to Globex', 'NUL bytes'],
    ['bytes that are not UTF-8', Uint8Array.of(0x41, 0xff, 0xfe), 'not a text in UTF-8'],
    ['something else', '# Read me\n\nSteps to take\n-------------\n', 'no promise'],
  ])('refuses a file with %s', async (_, content, reason) => {
    const path = await write('a.rst', content);
    await expect(openDataflow(path)).rejects.toEqual(refusalOf(path, reason));
  });

  test('reads what has a title and no promise, and what has one promise and no title', async () => {
    const text = exampleText({});
    const title = await write('a.rst', text.split('\n').slice(0, 11).join('\n'));
    await expect(openDataflow(title)).resolves.toMatchObject({ source: 'Acme', sections: [] });
    const bare = 'A to B\n------\n\n';
    const promise = await write('b.rst', bare + text.split('\n').slice(11).join('\n'));
    await expect(openDataflow(promise)).resolves.toMatchObject({ sections: [{}, {}] });
  });

  test('keeps what the system or the decoder said as the cause of its refusal', async () => {
    const missing = join(folder, 'missing.rst');
    await expect(openDataflow(missing)).rejects.toMatchObject({ cause: { code: 'ENOENT' } });
    const garbled = await write('a.rst', Uint8Array.of(0x41, 0xff));
    await expect(openDataflow(garbled)).rejects.toMatchObject({ cause: expect.any(TypeError) });
  });

  test('says what the system says where it is not that there is no such file', async () => {
    const path = join(await write('a.rst', exampleText({})), 'below.rst');
    await expect(openDataflow(path)).rejects.toEqual(refusalOf(path, 'the system says ENOTDIR'));
  });

  test('refuses what is neither a file nor a folder', async () => {
    await expect(openDataflow('/dev/null')).rejects.toEqual(
      refusalOf('/dev/null', 'it is not a file'),
    );
  });

  test('reads a file of the largest size', async () => {
    const path = await write('a.rst', '');
    await truncate(path, 64 * 1024 * 1024);
    await expect(openDataflow(path)).rejects.toEqual(refusalOf(path, 'NUL bytes'));
  });

  test('refuses a file that is too large, without reading it', async () => {
    const path = await write('a.rst', '');
    await truncate(path, 64 * 1024 * 1024 + 1);
    await expect(openDataflow(path)).rejects.toEqual(refusalOf(path, 'over 67108864 bytes'));
  });

  test('refuses a folder, and what is not there', async () => {
    await expect(openDataflow(folder)).rejects.toEqual(refusalOf(folder, 'it is a folder'));
    const missing = join(folder, 'missing.rst');
    await expect(openDataflow(missing)).rejects.toEqual(refusalOf(missing, 'no such file'));
  });

  test('refuses a path that the system does not take, in one line', async () => {
    await expect(openDataflow('a\nb\0.rst')).rejects.toMatchObject({
      code: 'document',
      message: expect.stringMatching(/^Cannot read a\\u\{A\}b\\u\{0\}\.rst: .*$/),
    });
  });
});

describe('listing documents', () => {
  test('takes files as they are, and of folders every *.rst in the order of bytes', async () => {
    const names = ['b.rst', 'B.rst', 'ø.rst', 'z/a.rst', 'z/notes.txt', 'z/other.txt'];
    for (const name of names) await write(name, '');
    await mkdir(join(folder, 'folder.rst'));
    await symlink(join(folder, 'b.rst'), join(folder, 'link.rst'));
    const notes = join(folder, 'z/notes.txt');
    const found = await listDocuments([notes, folder, join(folder, 'b.rst')]);
    const expected = ['z/notes.txt', 'B.rst', 'b.rst', 'link.rst', 'z/a.rst', 'ø.rst'];
    expect(found).toEqual(expected.map((name) => join(folder, name)));
  });

  test('refuses a folder without documents, and what is not there', async () => {
    await expect(listDocuments([folder])).rejects.toEqual(refusalOf(folder, 'no \\*\\.rst in it'));
    const missing = join(folder, 'missing');
    await expect(listDocuments([missing])).rejects.toEqual(refusalOf(missing, 'no such file'));
  });
});
