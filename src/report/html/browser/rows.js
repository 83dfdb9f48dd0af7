/**
 * A requirement or a check as the filter sees it.
 * @typedef {{ element: HTMLElement, verdict: string, text: string }} Row
 * @typedef {Row & { signature: string, checks: Row[] }} Requirement
 * @typedef {{ element: HTMLElement, tables: HTMLElement[], requirements: Requirement[] }} Section
 */

/** From what needs a reader most to what needs one least. */
const byWeight = ['failed', 'inconclusive', 'blocked', 'untested', 'manual', 'waived', 'passed'];

/**
 * How much a verdict asks to be looked at, 0 the most.
 * @param {string} verdict
 */
export function weight(verdict) {
  return byWeight.indexOf(verdict);
}

/** @type {Section[] | undefined} */
let known;

/** @type {WeakMap<Element, Row>} */
const checkOf = new WeakMap();

/**
 * Tells that a check's row is another element from now on.
 * @param {Element} before
 * @param {HTMLElement} now
 */
export function replaceRow(before, now) {
  const row = checkOf.get(before);
  if (row === undefined) return;
  row.element = now;
}

/**
 * Every row of the checklist. It is read once: when nothing else is to do after opening, or when
 * somebody searches before that.
 * @returns {Section[]}
 */
export function readRows() {
  known ??= htmlElements(document, '.section').map((element) => ({
    element,
    tables: htmlElements(element, '.rows'),
    requirements: htmlElements(element, '.requirement').map(readRequirement),
  }));
  return known;
}

/**
 * @param {HTMLElement} element
 * @returns {Requirement}
 */
function readRequirement(element) {
  const checks = htmlElements(element, '[data-check]').map((check) => readCheck(element, check));
  const head = [...element.querySelectorAll('h4, .rest > :not([data-check])')];
  const place = element.querySelector('.place')?.textContent ?? '';
  return {
    element,
    verdict: verdictOf(element),
    signature: place.slice(place.lastIndexOf(' · ') + 3),
    text: head
      .map((part) => part.textContent)
      .join('\n')
      .toLowerCase(),
    checks,
  };
}

/**
 * @param {HTMLElement} requirement
 * @param {HTMLElement} element
 * @returns {Row}
 */
function readCheck(requirement, element) {
  const name = `${requirement.id}:${element.getAttribute('data-check')}`;
  const row = {
    element,
    verdict: verdictOf(element),
    text: `${name}\n${element.textContent}`.toLowerCase(),
  };
  checkOf.set(element, row);
  return row;
}

/** @param {HTMLElement} element */
function verdictOf(element) {
  return element.querySelector('b')?.className || 'passed';
}

/**
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
function htmlElements(parent, selector) {
  return [...parent.querySelectorAll(selector)].filter((each) => each instanceof HTMLElement);
}
