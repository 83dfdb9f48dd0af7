import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ownDocument, projectRoot } from '../../config.ts';
import { openDataflow } from '../../dataflow/open.ts';
import { sectionKey } from '../../sync/section-key.ts';
import { openSqliteStore } from '../../sync/store/sqlite.ts';
import { status } from './status.ts';

const folder = mkdtempSync(join(tmpdir(), 'syncproof-status-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'links.db');

async function said(acknowledge: boolean): Promise<string> {
  let text = '';
  const out = (more: string): void => {
    text += more;
  };
  await status({ store: path, json: false, acknowledge }, { out, err: out });
  return text;
}

test('A value that lost is shown, reported or not, until it is acknowledged', async () => {
  const { sections } = await openDataflow(join(projectRoot, ownDocument));
  const [section] = sections.map(sectionKey);
  const store = await openSqliteStore(path, { create: true });
  const of = { section: section ?? '', source: { id: 's1' }, target: { id: 't1' }, at: 0 };
  const value = { ...of, row: 'subject=name', winner: 'target', kept: 'New', lost: 'Old' } as const;
  await store.commit([
    { kind: 'lost', value: { ...value, reported: true } },
    { kind: 'lost', value: { ...value, lost: 'Open', reported: false, open: true } },
  ]);
  await store.close();
  const line = `  lost      s1 - t1, subject=name: "Old"; the target's "New" was kept\n`;
  expect(await said(false)).toContain(line);
  expect(await said(false)).not.toContain('Open');
  expect(await said(true)).toContain(line);
  expect(await said(false)).not.toContain('Old');
});
