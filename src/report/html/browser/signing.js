import { seal } from './seal.js';
import { unpack } from './unpack.js';

/** @import { Bound, Signature } from './seal.js' */

/**
 * What the page knows to sign with.
 * @typedef {{ result: string, signoff: { format: string, signatures: Signature[] }, requirements: [string, Bound][] }} Signing
 */

/**
 * Lets the form sign what is chosen in the list, and save all signatures as one file.
 * @param {HTMLFormElement} form
 * @param {() => Date} now the signer's clock
 */
export async function startSigning(form, now) {
  const data = /** @type {Signing | undefined} */ (
    await unpack(document.querySelector('.signing'))
  );
  const output = form.querySelector('output');
  if (!data || !output) return;
  const bounds = new Map(data.requirements);
  const rows = addFields([...bounds.keys()]);
  button(form, 'all').addEventListener('click', () => {
    for (const { id, box } of rows) choose(box, bounds.get(id)?.verdict === 'passed');
  });
  button(form, 'save').addEventListener('click', () => save(data.signoff));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const said = new FormData(form);
    const chosen = rows.filter(({ box }) => box.checked).map((row) => chosenOf(row, said, bounds));
    const problem = problemOf(chosen, said);
    output.textContent =
      problem ?? `${await add(data, chosen, said, now())} Save the file to keep it.`;
    if (problem === undefined) button(form, 'save').disabled = false;
  });
  form.hidden = false;
}

/**
 * A row of the list: what is ticked, and what is said of it alone.
 * @typedef {{ id: string, box: HTMLInputElement, remark: HTMLInputElement }} Row
 * @typedef {{ id: string, bound: Bound, remark: string }} Chosen
 */

/**
 * @param {readonly string[]} ids in the order of the list
 * @returns {Row[]}
 */
function addFields(ids) {
  return [...document.querySelectorAll('.sheet tbody tr')].flatMap((row, index) => {
    const id = ids[index];
    const link = row.querySelector('a');
    if (!link || id === undefined) return [];
    const [box, remark] = [field('checkbox', 'Sign'), field('text', 'Remark on')].map((made) => {
      made.setAttribute('aria-label', `${made.ariaLabel} ${link.textContent}`);
      return made;
    });
    if (!box || !remark) return [];
    remark.placeholder = 'Remark, if not that of all';
    remark.hidden = true;
    box.addEventListener('change', () => choose(box, box.checked));
    link.before(box, ' ');
    row.lastElementChild?.append(remark);
    return [{ id, box, remark }];
  });
}

/**
 * @param {string} type
 * @param {string} label
 */
function field(type, label) {
  const made = document.createElement('input');
  made.type = type;
  made.ariaLabel = label;
  return made;
}

/**
 * Only a row that is chosen has something to be said of.
 * @param {HTMLInputElement} box
 * @param {boolean} chosen
 */
function choose(box, chosen) {
  box.checked = chosen;
  const remark = box.closest('tr')?.querySelector('input[type=text]');
  if (remark instanceof HTMLElement) remark.hidden = !chosen;
}

/**
 * @param {Row} row
 * @param {FormData} said
 * @param {ReadonlyMap<string, Bound>} bounds
 * @returns {Chosen}
 */
function chosenOf({ id, remark }, said, bounds) {
  const bound = /** @type {Bound} */ (bounds.get(id));
  return { id, bound, remark: remark.value.trim() || String(said.get('remark') ?? '') };
}

/**
 * Why nothing can be signed yet, if so.
 * @param {readonly Chosen[]} chosen
 * @param {FormData} said
 */
function problemOf(chosen, said) {
  const blank = (/** @type {string} */ name) => String(said.get(name) ?? '').trim() === '';
  if (chosen.length === 0) return 'Choose at least one requirement in the list above.';
  if (blank('name') || blank('role')) return 'A signature needs a name and a role.';
  const rejects = said.get('rejects') !== null;
  const lacking = chosen.filter(
    ({ bound, remark }) => remark.trim() === '' && (rejects || bound.verdict !== 'passed'),
  );
  if (lacking.length === 0) return undefined;
  return `A remark is needed: ${lacking.map(({ id }) => id).join(', ')}.`;
}

/**
 * Adds the signatures; earlier ones of the same person for the same requirements fall away.
 * @param {Signing} data
 * @param {readonly Chosen[]} chosen
 * @param {FormData} said
 * @param {Date} at
 * @returns {Promise<string>} what was done, in words
 */
async function add({ result, signoff }, chosen, said, at) {
  const name = String(said.get('name') ?? '');
  const role = String(said.get('role') ?? '');
  const signed = at.toISOString();
  const added = await Promise.all(
    chosen.map(({ id: requirement, bound, remark }) => {
      const decision = decide(bound.verdict, said.get('rejects') !== null);
      return seal({ requirement, result, name, role, signed, decision, remark, bound });
    }),
  );
  const ids = chosen.map(({ id }) => id);
  signoff.signatures = [
    ...signoff.signatures.filter((each) => each.name !== name || !ids.includes(each.requirement)),
    ...added,
  ];
  return `${added.length} signed by ${name}; ${signoff.signatures.length} signatures in all.`;
}

/**
 * @param {string} verdict
 * @param {boolean} rejects
 */
function decide(verdict, rejects) {
  if (rejects) return 'rejected';
  return verdict === 'passed' || verdict === 'manual' ? 'accepted' : 'accepted with deviation';
}

/** @param {Signing['signoff']} signoff */
function save(signoff) {
  const link = document.createElement('a');
  const file = new Blob([`${JSON.stringify(signoff, null, 2)}\n`], { type: 'application/json' });
  link.href = URL.createObjectURL(file);
  link.download = 'signoff.json';
  link.click();
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLButtonElement}
 */
function button(form, name) {
  return /** @type {HTMLButtonElement} */ (form.elements.namedItem(name));
}
