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
 */
export async function startSigning(form) {
  const data = /** @type {Signing | undefined} */ (
    await unpack(document.querySelector('.signing'))
  );
  const output = form.querySelector('output');
  if (!data || !output) return;
  const bounds = new Map(data.requirements);
  const boxes = addBoxes([...bounds.keys()]);
  button(form, 'all').addEventListener('click', () => {
    for (const [id, box] of boxes) box.checked = bounds.get(id)?.verdict === 'passed';
  });
  button(form, 'save').addEventListener('click', () => save(data.signoff));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const chosen = [...boxes].filter(([, box]) => box.checked).map(([id]) => id);
    const said = new FormData(form);
    const problem = problemOf(chosen, said, bounds);
    output.textContent = problem ?? `${await add(data, chosen, said)} Save the file to keep it.`;
    if (problem === undefined) button(form, 'save').disabled = false;
  });
  form.hidden = false;
}

/**
 * @param {readonly string[]} ids in the order of the list
 * @returns {Map<string, HTMLInputElement>}
 */
function addBoxes(ids) {
  /** @type {Map<string, HTMLInputElement>} */
  const boxes = new Map();
  for (const row of document.querySelectorAll('.sheet tbody tr')) {
    const link = row.querySelector('a');
    const id = ids[boxes.size];
    if (!link || id === undefined) continue;
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.setAttribute('aria-label', `Sign ${link.textContent}`);
    link.before(box, ' ');
    boxes.set(id, box);
  }
  return boxes;
}

/**
 * Why nothing can be signed yet, if so.
 * @param {readonly string[]} chosen
 * @param {FormData} said
 * @param {ReadonlyMap<string, Bound>} bounds
 */
function problemOf(chosen, said, bounds) {
  const blank = (/** @type {string} */ name) => String(said.get(name) ?? '').trim() === '';
  if (chosen.length === 0) return 'Choose at least one requirement in the list above.';
  if (blank('name') || blank('role')) return 'A signature needs a name and a role.';
  const open = chosen.filter((id) => bounds.get(id)?.verdict !== 'passed');
  if (!blank('remark') || (open.length === 0 && said.get('rejects') === null)) return undefined;
  return `A remark is needed: ${open.join(', ') || 'a rejection says why'}.`;
}

/**
 * Adds the signatures; earlier ones of the same person for the same requirements fall away.
 * @param {Signing} data
 * @param {readonly string[]} chosen
 * @param {FormData} said
 * @returns {Promise<string>} what was done, in words
 */
async function add({ result, signoff, requirements }, chosen, said) {
  const [name, role, remark] = ['name', 'role', 'remark'].map((key) => String(said.get(key) ?? ''));
  const signed = new Date().toISOString();
  const bounds = new Map(requirements);
  const added = await Promise.all(
    chosen.flatMap((requirement) => {
      const bound = bounds.get(requirement);
      if (!bound || name === undefined || role === undefined || remark === undefined) return [];
      const decision = decide(bound.verdict, said.get('rejects') !== null);
      return [seal({ requirement, result, name, role, signed, decision, remark, bound })];
    }),
  );
  signoff.signatures = [
    ...signoff.signatures.filter(
      (each) => each.name !== name || !chosen.includes(each.requirement),
    ),
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
