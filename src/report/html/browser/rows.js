/**
 * A requirement or a check as the filter sees it.
 * @typedef {{ element: HTMLElement, verdict: string, text: string }} Row
 * @typedef {Row & { signature: string, checks: Row[] }} Requirement
 * @typedef {{ element: HTMLElement, requirements: Requirement[] }} Section
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

/**
 * Every row of the checklist. It is read once: when nothing else is to do after opening, or when
 * somebody searches before that.
 * @returns {Section[]}
 */
export function readRows() {
  known ??= htmlElements(document, '.section').map((element) => ({
    element,
    requirements: htmlElements(element, '.requirement').map(readRequirement),
  }));
  return known;
}

/**
 * @param {HTMLElement} element
 * @returns {Requirement}
 */
function readRequirement(element) {
  const checks = htmlElements(element, '[data-check]').map((check) => ({
    element: check,
    verdict: verdictOf(check),
    text: `${element.id}:${check.getAttribute('data-check')}\n${check.textContent}`.toLowerCase(),
  }));
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
