import { anchorOf, fill } from './evidence.js';
import { moveToFailing } from './failing.js';
import { tellFaults } from './faults.js';
import { applyFilter, keepView } from './filter.js';
import { makeOpenable, openable, watchRequirements } from './openable.js';
import { readRows } from './rows.js';
import { startSigning } from './signing.js';

const filter = document.querySelector('#page-filter');
const signing = document.querySelector('#page-sign');

// A check's toggling does not bubble, but it can be caught on its way down.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    if (target.matches('[data-check]')) fill(target);
    if (target.matches('.catches')) tellFaults(target);
  },
  true,
);

watchRequirements();
if (filter instanceof HTMLFormElement) startFilter(filter);
if (signing instanceof HTMLFormElement) startSigning(signing, () => new Date());
openLinked();
addEventListener('hashchange', () => openTarget(idInAddress()));
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a[href^="?check="]');
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!(link instanceof HTMLAnchorElement) || elsewhere) return;
  event.preventDefault();
  history.replaceState(null, '', link.href);
  openLinked();
});

/** Opens the check that the address names, below the requirement that it leads to. */
function openLinked() {
  const check = new URLSearchParams(location.search).get('check');
  const id = idInAddress();
  openTarget(check === null ? id : `${id}:${check}`);
}

/** What the address leads to; nothing where no link of ours could. */
function idInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/**
 * A link to a check shows what it saw.
 * @param {string} id
 */
function openTarget(id) {
  if (id === '') return;
  const found = document.getElementById(id) ?? findCheck(id);
  const target = found && openable(found);
  if (!(target instanceof HTMLDetailsElement)) return;
  target.open = true;
  target.scrollIntoView();
}

/** @param {string} id */
function findCheck(id) {
  return checks(document).find((check) => anchorOf(check) === id);
}

/**
 * @param {ParentNode} place
 * @returns {HTMLElement[]}
 */
function checks(place) {
  return [...place.querySelectorAll('[data-check]')].filter((each) => each instanceof HTMLElement);
}

/** @param {HTMLFormElement} form */
function startFilter(form) {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = asked.get(field.name) ?? '';
    }
  }
  document.documentElement.classList.toggle('summary', asked.get('print') === 'summary');
  form.hidden = false;
  if ([...new FormData(form).values()].some((value) => value !== '')) applyFilter(form);
  form.addEventListener('input', () => {
    applyFilter(form);
    whenIdle(() => keepView(form));
    // What is found stands below the form, and is to be seen at once.
    form.scrollIntoView();
  });
  whenIdle(readRows);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('button[name=all]')?.addEventListener('click', () => {
    form.reset();
    applyFilter(form);
    keepView(form);
  });
  form.querySelector('button[name=print]')?.addEventListener('click', printAll);
  document.addEventListener('keydown', (event) => onKey(event, form));
}

/**
 * Not before what somebody waits for is shown. Not every browser says when it is idle.
 * @param {() => void} work
 */
function whenIdle(work) {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work);
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLFormElement} form
 */
function onKey(event, form) {
  const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === 'n') moveToFailing(1);
  if (event.key === 'p') moveToFailing(-1);
  if (event.key !== '/') return;
  event.preventDefault();
  const search = form.elements.namedItem('q');
  if (search instanceof HTMLElement) search.focus();
}

/** Unpacking takes its time, so that printing has to wait for it. */
async function printAll() {
  makeOpenable(document);
  const shown = checks(document).filter((check) => !check.closest('[hidden]'));
  await Promise.all(shown.map(fill));
  for (const check of shown) check.toggleAttribute('open', true);
  print();
}
