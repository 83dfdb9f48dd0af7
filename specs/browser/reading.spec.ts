import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileResult, hostileSignoff, hostileTexts } from '../../fixtures/results/hostile.ts';
import { showcaseResult, showcaseSignoff } from '../../fixtures/results/showcase.ts';
import { renderEvidencePage } from '../../src/report/html/evidence/evidence-page.ts';
import { placedChecks } from '../../src/report/html/evidence/placed-check.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { allRequirements } from '../../src/report/result/all-requirements.ts';
import { spell } from '../../src/report/text/visible.ts';
import { startBrowser, whyNoBrowser } from './chromium.ts';
import { axeFindings, openPage } from './page-in-browser.ts';

const missing = whyNoBrowser();
const result = showcaseResult();
const html = renderHtml(result, { signoff: showcaseSignoff(result) });
const [failed] = result.sections
  .flatMap(placedChecks)
  .filter(({ check }) => check.verdict === 'failed');
const evidence = failed === undefined ? '' : renderEvidencePage(failed);

const unscripted = html.replace(/<script>.*<\/script>/s, '');

/** The page in a folder view of Jenkins: no script, no style, nothing. */
const strictest = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";

describe.skipIf(missing !== undefined)(`The page, read in a browser ${missing ?? ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test.for(
    [390, 1280, 1920].flatMap((width) =>
      (['light', 'dark'] as const).flatMap((colorScheme) =>
        // Without script nothing is coloured otherwise.
        (colorScheme === 'light' ? [true, false] : [true]).map((scripted) => ({
          width,
          colorScheme,
          scripted,
        })),
      ),
    ),
  )(
    'nothing is wrong at $width px, $colorScheme, with script $scripted',
    async ({ width, colorScheme, scripted }) => {
      const viewport = { width, height: 900 };
      // axe is a script itself: where none may run, it says nothing. The page just has none.
      const shown = scripted ? html : unscripted;
      await using open = await openPage(browser, { html: shown, viewport, colorScheme });
      const { page, troubles } = open;
      expect(await axeFindings(page)).toEqual([]);
      await openEverything(page, scripted);
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(troubles).toEqual([]);
    },
  );

  test.for(['light', 'dark'] as const)(
    'nothing is wrong with the page of one check alone, %s, from a phone to a desk',
    async (colorScheme) => {
      for (const width of [390, 1280]) {
        const viewport = { width, height: 900 };
        await using open = await openPage(browser, { html: evidence, viewport, colorScheme });
        expect(await axeFindings(open.page)).toEqual([]);
        await openEverything(open.page, false);
        expect(await axeFindings(open.page)).toEqual([]);
        expect(await open.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(open.troubles).toEqual([]);
      }
    },
  );

  test('every verdict has its sign beside its word', async () => {
    await using open = await openPage(browser, { html });
    const unsigned = await open.page.evaluate<readonly string[]>(
      '[...document.querySelectorAll("h4 b, :is([data-check], [data-check] > summary) > b, .points b")].filter((mark) => getComputedStyle(mark, "::before").content === "none").map((mark) => mark.textContent)',
    );
    expect(unsigned).toEqual([]);
  });

  test('without script every row, every reason and all evidence of what fails can be read', async () => {
    await using open = await openPage(browser, { html, javaScriptEnabled: false });
    const text = await open.page.locator('body').textContent();
    for (const { text: promise, reason, checks } of allRequirements(result)) {
      expect(text).toContain(promise);
      expect(text).toContain(reason);
      for (const { title, verdict, violation } of checks) {
        expect(text).toContain(title);
        if (verdict === 'failed') expect(text).toContain(violation?.message);
      }
    }
    expect(await open.page.locator('#page-filter').isVisible()).toBe(false);
  });

  test('under the strictest policy of a build server the verdict and all reasons stand there', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="${strictest}">`;
    const strict = html.replace('<meta charset="utf-8">', `$&${policy}`);
    await using open = await openPage(browser, { html: strict });
    const text = await open.page.locator('body').textContent();
    expect(text).toContain(result.sentence);
    for (const { reason, checks } of allRequirements(result)) {
      expect(text).toContain(reason);
      for (const { violation, evidence } of checks) {
        if (violation === undefined) continue;
        expect(text).toContain(violation.message);
        for (const { method, url } of evidence?.exchanges ?? []) {
          expect(text).toContain(`${method} ${url}`);
        }
      }
    }
  });

  test('every link resolves', async () => {
    await using open = await openPage(browser, { html });
    const broken = await open.page.evaluate<readonly string[]>(
      '[...document.links].map((link) => link.getAttribute("href")).filter((href) => !href.startsWith("#") || !document.getElementById(decodeURIComponent(href.slice(1))))',
    );
    expect(broken).toEqual([]);
  });

  test.for([
    ['what can be seen as it is, from disk', hostileTexts.slice(0, 7).join(' '), false],
    ['what is shown by its number, from a server', hostileTexts.slice(7).join(' '), true],
  ] as const)(
    'hostile texts run nothing and are shown as they are, unpacked and searched for ones too: %s',
    async ([, text, served]) => {
      const page = renderHtml(hostileResult(text), { signoff: hostileSignoff(text) });
      await using open = await openPage(browser, { html: page, served });
      await openEverything(open.page, true);
      await open.page.locator('[name=q]').fill(text.slice(0, 40));
      expect(await open.page.evaluate('window.__xss')).toBeUndefined();
      expect(open.troubles).toEqual([]);
      const heading = await open.page.locator('h1').textContent();
      const bodies = await open.page.locator('.body pre').allTextContents();
      expect(heading).toBe(visibleText(text));
      expect(bodies).toEqual(Array(4).fill(visibleText(text)));
    },
  );
});

/** A text as a page shows it: what is invisible by its number, new lines as they are. */
function visibleText(text: string): string {
  return spell(text, { plain: (same) => same, mark: (name) => name });
}

/** Opens what failed and the first rows that did not, which with script unpacks them, and all inside. */
async function openEverything(page: Page, unpacks: boolean): Promise<void> {
  // What is not on the screen would not be looked at by axe.
  await page.evaluate(
    'for (const each of document.querySelectorAll(".section")) each.style.contentVisibility = "visible"',
  );
  const rows = Math.min(3, await page.locator('[data-check]').count());
  for (let index = 0; unpacks && index < rows; index += 1) {
    const row = `document.querySelectorAll("[data-check]")[${index}]`;
    await page.evaluate(`${row}.scrollIntoView()`);
    await expect.poll(() => page.evaluate(`${row}.localName`)).toBe('details');
  }
  await page.evaluate(
    '[...document.querySelectorAll("details[data-check]")].slice(0, 3).forEach((each) => { each.open = true; })',
  );
  if (unpacks)
    await expect
      .poll(() => page.locator('[data-check][open] > summary:only-child').count())
      .toBe(0);
  await page.evaluate(
    'for (const each of document.querySelectorAll("details:not([data-check])")) each.open = true',
  );
}
