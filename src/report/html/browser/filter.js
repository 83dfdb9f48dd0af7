import { readRows, weight } from './rows.js';

/** @import { Requirement, Row, Section } from './rows.js' */

/**
 * Standings by what the filter calls them.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const standings = {
  signed: ['signed'],
  lapsed: ['signature lapsed', 'signature altered', 'rejected'],
  unsigned: ['not signed'],
};

/** @type {Section[] | undefined} */
let sections;

/**
 * Shows what the form asks for, says how much that is, and keeps the view in the address.
 * @param {HTMLFormElement} form
 */
export function applyFilter(form) {
  const asked = new FormData(form);
  const want = (/** @type {string} */ name) => String(asked.get(name) ?? '');
  const view = { q: want('q'), v: want('v'), s: want('s'), order: want('order') };
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(view)) {
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  history.replaceState(null, '', address);
  sections ??= readRows();
  const found = { requirements: 0, checks: 0 };
  for (const section of sections) {
    const shown = section.requirements.filter((each) => show(each, view, found));
    section.element.hidden = shown.length === 0 && section.requirements.length > 0;
    arrange(section, view.order);
  }
  found.requirements = sections.flatMap(({ requirements }) =>
    requirements.filter(({ element }) => !element.hidden),
  ).length;
  const output = form.querySelector('output');
  if (output) output.textContent = inWords(sections, found);
}

/**
 * Whether the requirement is shown, and of its checks those that fit.
 * @param {Requirement} requirement
 * @param {{ q: string, v: string, s: string }} view
 * @param {{ checks: number }} found
 */
function show(requirement, { q, v, s }, found) {
  const text = q.toLowerCase();
  const itself = requirement.text.includes(text) && fits(requirement, v);
  const signed = s === '' || standings[s]?.includes(requirement.signature) === true;
  const inHead = requirement.text.includes(text);
  const checks = signed
    ? requirement.checks.filter((check) => (inHead || check.text.includes(text)) && fits(check, v))
    : [];
  for (const check of requirement.checks) check.element.hidden = !checks.includes(check);
  const shown = signed && (itself || checks.length > 0);
  requirement.element.hidden = !shown;
  if (shown) found.checks += checks.length;
  return shown;
}

/**
 * @param {Row} row
 * @param {string} verdict
 */
function fits(row, verdict) {
  if (verdict === 'open') return row.verdict !== 'passed';
  return verdict === '' || row.verdict === verdict;
}

/**
 * In the document's order, or what is not green first; the rows themselves move, so that Tab
 * follows what is seen.
 * @param {Section} section
 * @param {string} order
 */
function arrange({ element, requirements }, order) {
  const wanted =
    order === 'worst'
      ? requirements.toSorted((a, b) => weight(a.verdict) - weight(b.verdict))
      : requirements;
  const standing = [...element.querySelectorAll(':scope > .requirement')];
  if (wanted.every((each, place) => each.element === standing[place])) return;
  element.append(...wanted.map((each) => each.element));
}

/**
 * @param {readonly Section[]} all
 * @param {{ requirements: number, checks: number }} found
 */
function inWords(all, found) {
  const requirements = all.flatMap((section) => section.requirements);
  const checks = requirements.reduce((sum, each) => sum + each.checks.length, 0);
  return `${found.requirements} of ${requirements.length} requirements, ${found.checks} of ${checks} checks`;
}
