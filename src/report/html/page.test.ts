import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyResult } from '../../../fixtures/results/arbitrary.ts';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { evidenceOf } from '../../../fixtures/results/exchanges.ts';
import {
  hostileResult,
  hostileSignoff,
  hostileTexts,
  hugeText,
} from '../../../fixtures/results/hostile.ts';
import { largeResult } from '../../../fixtures/results/large.ts';
import {
  attributesOf,
  skeletonOf,
  textOf,
  unpackedOf,
} from '../../../fixtures/results/page-reading.ts';
import { provedResult } from '../../../fixtures/results/proved.ts';
import { realisticResult } from '../../../fixtures/results/realistic.ts';
import { allRequirements } from '../result/all-requirements.ts';
import { renderHtml } from './page.ts';

test('the verdict stands first, then the counts, then whose result it is', () => {
  const text = textOf(renderHtml(realisticResult()));
  const order = [
    'Not accepted: 2 of 10',
    'CRMOffice to PowerOffice GO Dataflow',
    '10 requirements = 4 passed + 2 failed + 1 inconclusive + 2 blocked + 1 untested',
    '32 checks = 29 passed + 2 failed + 1 inconclusive',
    '2026-11-22 03:14:07',
    'reference engine, in process',
    '20261123',
  ].map((part) => text.indexOf(part));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(-1);
});

test('the title tells how it ended', () => {
  const title = '<title>FAIL 3/10 - CRMOffice to PowerOffice GO Dataflow</title>';
  expect(renderHtml(realisticResult())).toContain(title);
  expect(renderHtml(resultOf())).toContain('<title>PASS 1/1 - ');
});

test('nothing is loaded: the policy allows the one stylesheet and the one script, and no more', () => {
  const page = renderHtml(realisticResult());
  const hashOf = (inside: RegExp): string =>
    createHash('sha256')
      .update(inside.exec(page)?.[1] ?? '')
      .digest('base64');
  const style = hashOf(/<style>(.*?)<\/style>/s);
  const script = hashOf(/<script>(.*?)<\/script>/s);
  expect(page).toContain(
    `content="default-src &apos;none&apos;; style-src &apos;sha256-${style}&apos;; script-src &apos;sha256-${script}&apos;; base-uri &apos;none&apos;; form-action &apos;none&apos;"`,
  );
  expect(page.match(/<script(?! type="application\/octet-stream")/g)).toHaveLength(1);
  const written = page.replaceAll(/<script>.*<\/script>/gs, '');
  expect(written).not.toMatch(/<link|<img|\ssrc=|\sstyle=|url\(|@import|\son[a-z]+=/i);
});

test('requirements stand in the order of the document, each with its words, line and reason', () => {
  const page = renderHtml(realisticResult());
  const requirements = allRequirements(realisticResult());
  const ids = attributesOf(page, 'article', 'id');
  expect(ids).toEqual(requirements.map(({ id }) => id));
  const text = textOf(page);
  for (const { text: promise, line, reason } of requirements) {
    expect(text).toContain(promise);
    expect(text).toContain(`line ${line}`);
    expect(text).toContain(reason);
  }
});

test('failed checks are open, all others closed', () => {
  const open =
    renderHtml(realisticResult()).match(/<details data-check=[^ ]+ id="[^"]*" open>/g) ?? [];
  expect(open).toHaveLength(2);
});

test('every link leads somewhere, and no id is there twice', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      const page = renderHtml(result);
      const ids = attributesOf(page, '[a-z0-9]+', 'id');
      expect(new Set(ids).size).toBe(ids.length);
      const targets = attributesOf(page, 'a', 'href').map((href) =>
        decodeURIComponent(href.slice(1)),
      );
      expect(new Set(ids)).toEqual(new Set([...ids, ...targets]));
    }),
    { numRuns: 25 },
  );
});

test.each(hostileTexts)('a hostile text %# adds no element and no attribute', (text) => {
  // The ends keep harmless and hostile texts alike in being neither empty nor blank.
  const [hostile, harmless] = [`x${text}x`, 'harmless'].map((each) =>
    renderHtml(hostileResult(each), { signoff: hostileSignoff(each) }),
  );
  expect(skeletonOf(hostile ?? '')).toEqual(skeletonOf(harmless ?? ''));
  const [packed, plain] = [hostile, harmless].map((page) => skeletonOf(unpackedOf(page ?? '')));
  expect(packed).toEqual(plain);
  expect(packed).toContain('details class');
});

test('invisible characters are shown by name', () => {
  const text = textOf(renderHtml(hostileResult('a\u202Eb\u0000c\uD800')));
  expect(text).toContain('aU+202EbU+0000cU+D800');
  for (const raw of ['\u202E', '\u0000', '\uD800']) expect(text).not.toContain(raw);
});

test('a text of a million characters is cut wherever it stands, and the page says so', () => {
  const page = renderHtml(hostileResult(hugeText));
  expect(page).toContain('1,032,192 more characters, 1,048,576 in all');
  expect(page.length).toBeLessThan(6_000_000);
});

test('a requirement that passed without a check cannot be shown', () => {
  const result = resultOf({
    sections: [sectionOf({ requirements: [requirementOf({ checks: [] })] })],
  });
  expect(() => renderHtml(result)).toThrow(expect.objectContaining({ code: 'results' }));
});

test('long lists are folded after twenty, and none is left out', () => {
  const requirements = Array.from({ length: 25 }, (_, index) =>
    requirementOf({ id: `r${index}`, verdict: 'failed', checks: [checkOf({ verdict: 'failed' })] }),
  );
  const result = resultOf({ outcome: 'not accepted', sections: [sectionOf({ requirements })] });
  const page = renderHtml(result);
  expect(page).toContain('<summary>and 5 more</summary>');
  expect(page.match(/<li><b class=failed>/g)).toHaveLength(25);
  expect(page.match(/Next that fails/g)).toHaveLength(24);
});

test('evidence of passed checks is packed, and the page says where it can be read', () => {
  const page = renderHtml(largeResult(200));
  expect(page).toContain('without it, that of what passed is in checklist.json');
  expect(page.match(/What happened/g)).toHaveLength(8);
  expect(unpackedOf(page).match(/What happened/g)).toHaveLength(192);
});

test('of what failed, 400,000 characters stand on the page, and the rest is packed', () => {
  const checks = Array.from({ length: 800 }, (_, index) =>
    checkOf({ id: `c${index}`, verdict: 'failed', evidence: evidenceOf(`Visit ${index}`, '') }),
  );
  const requirements = [requirementOf({ verdict: 'failed', checks })];
  const page = renderHtml(
    resultOf({ outcome: 'not accepted', sections: [sectionOf({ requirements })] }),
  );
  expect(textOf(page)).toContain('Visit 0');
  expect(textOf(page)).not.toContain('Visit 799');
  expect(unpackedOf(page)).toContain('Visit 799');
  expect(page.length).toBeLessThan(900_000);
});

test('the same result gives the same bytes', () => {
  expect(renderHtml(realisticResult())).toBe(renderHtml(realisticResult()));
});

test('a proof of 153 faults, caught 1,350 times, costs a page less than 25 kB', () => {
  const result = largeResult(150);
  const proved = renderHtml(provedResult(result));
  expect(textOf(proved)).toContain('Of 153 faults built in on purpose');
  expect(Buffer.byteLength(proved) - Buffer.byteLength(renderHtml(result))).toBeLessThan(25_000);
});

test('an empty page stays below 40 kB, 32 checks with evidence below 72 kB, 10,000 below 2.7 MB', () => {
  const empty = resultOf({ outcome: 'incomplete', sections: [] });
  expect(Buffer.byteLength(renderHtml(empty))).toBeLessThan(40_000);
  expect(Buffer.byteLength(renderHtml(realisticResult()))).toBeLessThan(72_000);
  expect(Buffer.byteLength(renderHtml(largeResult(10_000)))).toBeLessThan(2_700_000);
});
