import { unpack } from './unpack.js';

/**
 * What each check of a requirement catches, by the requirement's id on the page.
 * @typedef {[id: string, checks: [check: string, faults: number[]][]][]} Caught
 */

/** Of more checks than these the rest is counted. */
const mostNamed = 3;

/**
 * Says in words what a requirement's proof says by number, and which checks it was: the sentences
 * stand on the page once.
 * @param {Element} proof
 */
export async function tellFaults(proof) {
  const numbers = proof.querySelector('p');
  const caught = /** @type {Caught | undefined} */ (
    await unpack(document.querySelector('.caught'))
  );
  const own = new Map(caught).get(proof.closest('.requirement')?.id ?? '');
  if (!numbers || !own) return;
  const groups = [...document.querySelectorAll('ol.faults')].flatMap((list) => told(list, own));
  numbers.replaceWith(...groups);
}

/**
 * Of one of the page's lists what a requirement catches: below its kind, folded, or as it stands
 * where a list has none.
 * @param {Element} list
 * @param {[check: string, faults: number[]][]} own
 * @returns {HTMLElement[]}
 */
function told(list, own) {
  const first = Number(list.getAttribute('start'));
  const items = [...list.children].flatMap((fault, index) => {
    const checks = own.filter(([, all]) => all.includes(first + index)).map(([check]) => check);
    return checks.length > 0 ? [itemOf(fault, checks)] : [];
  });
  if (items.length === 0) return [];
  const made = document.createElement('ul');
  made.append(...items);
  const kind = list.parentElement?.querySelector(':scope > summary')?.textContent;
  if (!kind) return [made];
  const group = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = kind.replace(/ \([\d,]+\)$/, ` (${items.length})`);
  group.append(summary, made);
  return [group];
}

/**
 * @param {Element} fault
 * @param {string[]} checks
 */
function itemOf(fault, checks) {
  const item = fault.cloneNode(true);
  const small = document.createElement('small');
  const more = checks.length > mostNamed ? ` and ${checks.length - mostNamed} more` : '';
  small.textContent = ` · by ${checks.slice(0, mostNamed).join(', ')}${more}`;
  item.appendChild(small);
  return item;
}
