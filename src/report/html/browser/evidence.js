import { unpack } from './unpack.js';

/**
 * Packed bodies as `src/report/html/evidence/columns.ts` takes them apart: those of the checks, then those
 * that `data-body` numbers stand for.
 * @typedef {{ checks: string[], pieces: string[], tags: string[], texts: string[][] }} Columns
 * @typedef {{ checks: Map<string, string>, bodies: string[] }} Pack
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
 * A check's id on the page: rows that nobody has opened do without one.
 * @param {HTMLElement} check
 */
export function anchorOf(check) {
  return `${check.closest('.requirement')?.id}:${check.getAttribute('data-check')}`;
}

/**
 * Puts a check's body in from its section's pack, unless it stands there already.
 * @param {HTMLElement} check
 */
export async function fill(check) {
  check.id = anchorOf(check);
  const place = packFor(check.closest('.section'));
  if (check.children.length > 1 || !place) return;
  const opened = packs.get(place) ?? unpack(place).then(putTogether);
  packs.set(place, opened);
  const pack = await opened;
  const markup = pack.checks.get(check.id);
  if (markup !== undefined && check.children.length === 1) check.append(...copies(markup, pack));
}

/**
 * A pack stands at the page's end, where it holds up nothing, and is named for the first of the
 * sections that it is of.
 * @param {Element | null | undefined} section
 * @returns {Element | undefined}
 */
function packFor(section) {
  if (!section?.matches('.section')) return undefined;
  return document.querySelector(`.pack.${section.id}`) ?? packFor(section.previousElementSibling);
}

/**
 * @param {unknown} columns
 * @returns {Pack}
 */
function putTogether(columns) {
  const { checks, pieces, tags, texts } = /** @type {Columns} */ (columns);
  const next = texts.map((column) => column.values());
  const markups = pieces.map((piece) =>
    [...piece]
      .map((code) => code.charCodeAt(0) - 0xe000)
      .map((place) => `${tags[place]}${next[place]?.next().value}`)
      .join(''),
  );
  return {
    checks: new Map(checks.map((check, index) => [check, markups[index] ?? ''])),
    bodies: markups.slice(checks.length),
  };
}

/**
 * The page's nodes are made one by one and their texts set as texts: markup is only read.
 * @param {string} markup
 * @param {Pack} pack
 * @returns {Node[]}
 */
function copies(markup, pack) {
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
  if (link && /^(?:\?check=|evidence\/)/.test(link)) made.setAttribute('href', link);
  const body = node.getAttribute('data-body');
  const inside = body === null ? node.childNodes : [];
  made.append(...[...inside].flatMap((child) => copy(child, pack)));
  if (body !== null) made.append(...copies(pack.bodies[Number(body)] ?? '', pack));
  return [made];
}
