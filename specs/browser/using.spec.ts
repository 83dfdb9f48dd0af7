import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showcaseResult, showcaseSignoff } from '../../fixtures/results/showcase.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { allRequirements } from '../../src/report/result/all-requirements.ts';
import { resultDigest } from '../../src/report/result/digest.ts';
import { verified } from '../../src/report/result/verified.ts';
import { parseSignoff } from '../../src/report/signatures/parse-signoff.ts';
import { verify } from '../../src/report/signatures/verify.ts';
import { startBrowser, whyNoBrowser } from './chromium.ts';
import { openPage } from './page-in-browser.ts';

const missing = whyNoBrowser();
const result = showcaseResult();
const html = renderHtml(result, { signoff: showcaseSignoff(result) });
const pdftotext = '/usr/bin/pdftotext';

describe.skipIf(missing !== undefined)(`The page, used in a browser ${missing ?? ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test('a search shows what holds the text, counts it, and stands in the address', async () => {
    await using open = await openPage(browser, { html });
    const { page } = open;
    await page.keyboard.press('/');
    await page.keyboard.type('lacks the last BLANK');
    expect(await shown(page)).toEqual(['activities-projectactivity/property/subject-Name']);
    expect(await page.locator('#page-filter output').textContent()).toBe(
      '1 of 13 requirements, 1 of 34 checks',
    );
    expect(await onScreen(page, 'activities-projectactivity/property/subject-Name')).toBe(true);
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('lacks the last BLANK');
    await page.getByRole('button', { name: 'Show all' }).press('Enter');
    expect(await shown(page)).toHaveLength(13);
    expect(new URL(page.url()).search).toBe('');
  });

  test('an address brings the same view in another browser', async () => {
    await using open = await openPage(browser, { html, view: '?v=open&order=worst' });
    const ids = await shown(open.page);
    const failing = allRequirements(result).filter(({ verdict }) => verdict === 'failed');
    expect(ids.slice(0, 2)).toEqual(failing.map(({ id }) => id));
    expect(ids).toHaveLength(8);
    await using signed = await openPage(browser, { html, view: '?s=lapsed' });
    expect(await shown(signed.page)).toHaveLength(2);
  });

  test('a link to a check opens it and unpacks what it saw', async () => {
    const view = '#contacts-partycontactperson%2Fmerge:merge-1';
    await using open = await openPage(browser, { html, view });
    const check = open.page.locator('[id="contacts-partycontactperson/merge:merge-1"]');
    await check.getByText('What happened from').waitFor();
    expect(await check.getByText('syncproof check --seed').textContent()).toContain('--only');
    expect(open.troubles).toEqual([]);
  });

  test('its own link leads to a check in a browser that runs no script too: to its requirement', async () => {
    await using open = await openPage(browser, { html });
    const row = open.page.locator('[data-check=merge-1]').first();
    await row.scrollIntoViewIfNeeded();
    await row.locator('summary').first().press('Enter');
    const self = row.locator('a.self');
    await self.press('Enter');
    const { search, hash } = new URL(open.page.url());
    const view = `${search}${hash}`;
    expect(view).toBe('?check=merge-1#contacts-partycontactperson%2Fmerge');
    await using unscripted = await openPage(browser, { html, view, javaScriptEnabled: false });
    const requirement = unscripted.page.locator('.requirement:target');
    expect(await requirement.getAttribute('id')).toBe('contacts-partycontactperson/merge');
    await using scripted = await openPage(browser, { html, view });
    await scripted.page.locator('[data-check=merge-1][open] .body').first().waitFor();
    expect(await scripted.page.locator('[data-check=merge-1][open]').count()).toBe(1);
    expect([...open.troubles, ...scripted.troubles]).toEqual([]);
  });

  test('an address that no link of ours has does no harm', async () => {
    await using open = await openPage(browser, { html, view: '?check=%00&v=odd#%' });
    await open.page.keyboard.press('n');
    expect(open.troubles).toEqual([]);
    expect(new URL(open.page.url()).hash).not.toBe('#%');
  });

  test('what a requirement is proved to catch is told in sentences', async () => {
    await using open = await openPage(browser, { html });
    const proof = open.page.locator('.catches').first();
    await proof.locator('summary').press('Enter');
    await proof.getByText('Reading long lists (1)').waitFor();
    const kinds = await proof.locator('details > summary').allTextContents();
    expect(kinds).toEqual(['Which record belongs to which (2)', 'Reading long lists (1)']);
    const told = await proof.locator('li').allTextContents();
    expect(told.map((each) => each.replaceAll(/\s+/g, ' '))).toEqual([
      'It takes records without a key for the same. · by merge-1, merge-2',
      'It takes a key with a blank for another. one alarm: I7 at most one counterpart · by merge-1',
      'It reads only the first page of a list. one alarm: I12 nothing forgotten · by merge-1',
    ]);
  });

  test('a row of text becomes one that opens as it comes near the screen, and keeps its place in a search', async () => {
    await using open = await openPage(browser, { html });
    const { page } = open;
    const rows = page.locator('[id="contacts-partycontactperson/merge"] [data-check]');
    const names = await rows.evaluateAll((all) => all.map(({ localName }) => localName));
    expect(new Set(names)).toEqual(new Set(['p']));
    await page.keyboard.press('/');
    await page.keyboard.type('contacts-partycontactperson/merge:merge-2');
    await page.locator('details[data-check=merge-2]:visible').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('3');
    await expect.poll(() => rows.filter({ visible: true }).count()).toBe(1);
    expect(await page.locator('[data-check=merge-3]:visible').count()).toBe(1);
  });

  test('keys lead from one failure to the next, and not while somebody types', async () => {
    await using open = await openPage(browser, { html });
    const { page } = open;
    const hash = (): Promise<unknown> => page.evaluate('decodeURIComponent(location.hash)');
    const [first, second] = allRequirements(result).filter(({ verdict }) => verdict === 'failed');
    await page.keyboard.press('n');
    expect(await hash()).toBe(`#${first?.id}`);
    await page.keyboard.press('n');
    expect(await hash()).toBe(`#${second?.id}`);
    await page.keyboard.press('p');
    expect(await hash()).toBe(`#${first?.id}`);
    await page.keyboard.press('/');
    await page.keyboard.type('np');
    expect(await hash()).toBe(`#${first?.id}`);
  });

  test('keys pass over failures that a search has hidden, with or without their section', async () => {
    await using open = await openPage(browser, { html, view: '?q=lacks the last BLANK' });
    const [first] = allRequirements(result).filter(({ verdict }) => verdict === 'failed');
    await open.page.keyboard.press('n');
    await open.page.keyboard.press('n');
    expect(await open.page.evaluate('decodeURIComponent(location.hash)')).toBe(`#${first?.id}`);
    await open.page.getByRole('button', { name: 'Show all' }).press('Enter');
    expect(await open.page.locator('[data-check]:visible').count()).toBe(34);
  });

  test('Tab leads through the page, the focus is seen at each stop, and Enter opens that row', async () => {
    await using open = await openPage(browser, { html });
    const { page } = open;
    const stops: string[] = [];
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      const [name, outline] = await page.evaluate<readonly [string, string]>(
        '[document.activeElement.localName, getComputedStyle(document.activeElement).outlineWidth]',
      );
      expect(`${name} ${outline}`).toBe(`${name} 3px`);
      stops.push(name);
      if (name === 'summary' && (await rowAtFocus(page)) !== '') break;
    }
    expect(new Set(stops)).toEqual(new Set(['a', 'summary', 'input', 'select', 'button']));
    const row = await rowAtFocus(page);
    await page.keyboard.press('Enter');
    expect(await page.locator(`[data-check="${row}"]`).first().getAttribute('open')).toBe('');
    expect(await page.locator('[data-check][open]').count()).toBe(3);
  });

  test('somebody signs by keyboard alone, and the command line takes the file', async () => {
    await using open = await openPage(browser, { html });
    const { page } = open;
    const ids = allRequirements(result).map(({ id }) => id);
    const manual = ids.at(-1) ?? '';
    await page.getByRole('checkbox', { name: `Sign ${manual}` }).press('Space');
    await page.getByRole('textbox', { name: 'Name' }).press('Control+A');
    await page.keyboard.type('Eva <script>');
    await page.keyboard.press('Tab');
    await page.keyboard.type('auditor');
    await page.keyboard.press('Enter');
    expect(await page.locator('#page-sign output').textContent()).toContain('A remark is needed');
    await page.getByRole('textbox', { name: `Remark on ${manual}` }).focus();
    await page.keyboard.type('Looked at three letters.');
    await page.getByRole('button', { name: 'Sign the chosen' }).press('Enter');
    await page.getByText('1 signed by Eva <script>').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save signoff.json' }).press('Enter');
    const signoff = parseSignoff(await readFile(await (await download).path(), 'utf8'));
    expect(signoff.signatures).toHaveLength(showcaseSignoff(result).signatures.length + 1);
    const { standings } = verify(verified(result), signoff);
    expect(standings.get(manual)).toMatchObject({
      state: 'signed',
      signatures: [
        {
          sameResult: true,
          signature: { name: 'Eva <script>', role: 'auditor', remark: 'Looked at three letters.' },
        },
      ],
    });
    expect(open.troubles).toEqual([]);
  });

  test('it prints whole, with the digest and a line to sign on', async ({ skip }) => {
    await using open = await openPage(browser, { html, javaScriptEnabled: false });
    const file = join(new URL('.', open.url).pathname, 'page.pdf');
    await writeFile(file, await open.page.pdf({ preferCSSPageSize: true }));
    if (!existsSync(pdftotext)) skip('There is no pdftotext: install poppler-utils.');
    const { stdout } = await promisify(execFile)(pdftotext, ['-layout', file, '-']);
    const printed = stdout.replaceAll(/\s+/g, '');
    for (const { text, reason, checks } of allRequirements(result)) {
      for (const said of [text, reason, ...checks.map(({ title }) => title)]) {
        expect(printed).toContain(said.replaceAll(/\s+/g, ''));
      }
    }
    expect(printed).toContain(resultDigest(verified(result)));
    expect(printed).toContain('Signedbyhand');
    expect(printed).toMatch(/1\/\d+/);
  });
});

/** The id of the check whose row has the focus. */
async function rowAtFocus(page: Page): Promise<string> {
  return page.evaluate<string>(
    'document.activeElement.closest("[data-check]")?.dataset.check ?? ""',
  );
}

/** Whether a requirement's words are on the screen, with nothing scrolled by hand. */
async function onScreen(page: Page, id: string): Promise<boolean> {
  return page.evaluate<boolean>(
    `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.getElementById(${JSON.stringify(id)}).querySelector("h4").getBoundingClientRect())`,
  );
}

/** Ids of the requirements that can be seen, in order. */
async function shown(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(
    '[...document.querySelectorAll(".requirement")].filter((each) => each.offsetParent !== null || each.checkVisibility()).map(({ id }) => id)',
  );
}
