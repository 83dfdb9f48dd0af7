import { readRows, weight } from './rows.js';

/** @import { Requirement, Row, Section } from './rows.js' */

/**
 * What is asked for, and in which order.
 * @typedef {{ q: string, v: string, s: string, order: string }} View
 */

/**
 * Standings by what the filter calls them.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const standings = {
  signed: ['signed'],
  lapsed: ['signature lapsed', 'signature altered', 'rejected'],
  unsigned: ['not signed'],
};

/** The order in which the rows stand now. */
let standing = '';

/**
 * Shows what the form asks for, and says how much that is.
 * @param {HTMLFormElement} form
 */
export function applyFilter(form) {
  const view = viewOf(form);
  const sections = readRows();
  const found = { requirements: 0, checks: 0 };
  for (const section of sections) show(section, { ...view, q: view.q.toLowerCase() }, found);
  if (view.order !== standing) {
    for (const section of sections) arrange(section, view.order);
    standing = view.order;
  }
  const output = form.querySelector('output');
  if (output) output.textContent = inWords(sections, found);
}

/**
 * Keeps what the form asks for in the address.
 * @param {HTMLFormElement} form
 */
export function keepView(form) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(viewOf(form))) {
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  history.replaceState(null, '', address);
}

/**
 * @param {HTMLFormElement} form
 * @returns {View}
 */
function viewOf(form) {
  const asked = new FormData(form);
  const want = (/** @type {string} */ name) => String(asked.get(name) ?? '');
  return { q: want('q'), v: want('v'), s: want('s'), order: want('order') };
}

/**
 * Shows of a section what fits, without its tables, which would stand before it. What stands in
 * something hidden is left as it is: it costs as much to hide a row as to show it, and nobody sees
 * it.
 * @param {Section} section
 * @param {View} view
 * @param {{ requirements: number, checks: number }} found
 */
function show({ element, tables, requirements }, view, found) {
  const shown = requirements.map((each) => ({ each, checks: fitting(each, view) }));
  const none = shown.every(({ checks }) => checks === undefined);
  hide(element, none && requirements.length > 0);
  if (none) return;
  for (const table of tables) hide(table, `${view.q}${view.v}${view.s}` !== '');
  for (const { each, checks } of shown) {
    hide(each.element, checks === undefined);
    if (checks === undefined) continue;
    for (const check of each.checks) hide(check.element, !checks.has(check));
    found.requirements += 1;
    found.checks += checks.size;
  }
}

/**
 * Of a requirement's checks those that fit; `undefined` where the requirement does not fit either.
 * @param {Requirement} requirement
 * @param {View} view
 * @returns {Set<Row> | undefined}
 */
function fitting(requirement, { q, v, s }) {
  if (s !== '' && !standings[s]?.includes(requirement.signature)) return undefined;
  const inHead = requirement.text.includes(q);
  const checks = requirement.checks.filter(
    (check) => fits(check, v) && (inHead || check.text.includes(q)),
  );
  return checks.length > 0 || (inHead && fits(requirement, v)) ? new Set(checks) : undefined;
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
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
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
