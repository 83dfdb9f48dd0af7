import { unpack } from './unpack.js';

/**
 * A section's packed bodies.
 * @typedef {{ checks: Record<string, string>, bodies: string[], tags: string[] }} Pack
 */

/** What evidence is made of; anything else in a pack stays out of the page. */
const elements = new Set(
  'a b caption code dd details div dl dt h5 h6 i li mark ol p pre q small span strong summary table tbody td th thead tr'.split(
    ' ',
  ),
);
const attributes = ['class', 'colspan', 'scope'];

/** @type {WeakMap<Element, Promise<Pack>>} */
const packs = new WeakMap();

/**
 * Puts a check's body in from its section's pack, unless it stands there already.
 * @param {Element} check
 */
export async function fill(check) {
  const place = check.querySelector(':scope > p');
  const section = check.closest('.section');
  if (!place || !section) return;
  const pack = await packOf(section);
  const markup = pack.checks[check.id];
  if (markup !== undefined && place.isConnected) place.replaceWith(...copies(markup, pack));
}

/**
 * @param {Element} section
 * @returns {Promise<Pack>}
 */
function packOf(section) {
  const known = packs.get(section);
  if (known) return known;
  const opened = unpack(section.querySelector('script.pack')).then(
    (pack) => /** @type {Pack} */ (pack ?? { checks: {}, bodies: [], tags: [] }),
  );
  packs.set(section, opened);
  return opened;
}

/**
 * The page's nodes are made one by one and their texts set as texts: markup is only read.
 * @param {string} coded
 * @param {Pack} pack
 * @returns {Node[]}
 */
function copies(coded, pack) {
  const markup = coded.replace(
    /[\uE000-\uF8FF]/g,
    (tags) => pack.tags[tags.charCodeAt(0) - 0xe000] ?? '',
  );
  const read = new DOMParser().parseFromString(markup, 'text/html');
  return [...read.body.childNodes].flatMap((node) => copy(node, pack));
}

/**
 * @param {Node} node
 * @param {Pack} pack
 * @returns {Node[]}
 */
function copy(node, pack) {
  if (!(node instanceof Element)) return [document.createTextNode(node.textContent ?? '')];
  if (!elements.has(node.localName)) return [];
  const made = document.createElement(node.localName);
  for (const name of attributes) {
    const value = node.getAttribute(name);
    if (value !== null) made.setAttribute(name, value);
  }
  const link = node.getAttribute('href');
  if (link?.startsWith('#')) made.setAttribute('href', link);
  const body = node.getAttribute('data-body');
  const inside = body === null ? node.childNodes : [];
  made.append(...[...inside].flatMap((child) => copy(child, pack)));
  if (body !== null) made.append(...copies(pack.bodies[Number(body)] ?? '', pack));
  return [made];
}
