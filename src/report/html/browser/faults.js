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
  const list = document.createElement('ul');
  for (const [index, fault] of document.querySelectorAll('.faults > li').entries()) {
    const checks = own.filter(([, faults]) => faults.includes(index + 1)).map(([check]) => check);
    if (checks.length > 0) list.append(itemOf(fault.textContent ?? '', checks));
  }
  numbers.replaceWith(list);
}

/**
 * @param {string} fault
 * @param {string[]} checks
 */
function itemOf(fault, checks) {
  const item = document.createElement('li');
  const small = document.createElement('small');
  const more = checks.length > mostNamed ? ` and ${checks.length - mostNamed} more` : '';
  small.textContent = `by ${checks.slice(0, mostNamed).join(', ')}${more}`;
  item.append(`${fault.trim()} `, small);
  return item;
}
