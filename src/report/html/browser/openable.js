import { replaceRow } from './rows.js';

/**
 * Lets the rows of a requirement be opened as soon as it comes near the screen: until then each is
 * a line of text, which costs a browser half of what one that opens does, ten thousand times.
 */
export function watchRequirements() {
  const near = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        makeOpenable(target);
        near.unobserve(target);
      }
    },
    { rootMargin: '100%' },
  );
  for (const each of document.querySelectorAll('.requirement')) near.observe(each);
}

/** @param {ParentNode} place */
export function makeOpenable(place) {
  for (const row of place.querySelectorAll('p[data-check]')) openable(row);
}

/**
 * A check's row as one that opens.
 * @param {Element} row
 */
export function openable(row) {
  if (!(row instanceof HTMLParagraphElement)) return row;
  const made = document.createElement('details');
  made.dataset['check'] = row.dataset['check'] ?? '';
  made.hidden = row.hidden;
  const summary = document.createElement('summary');
  summary.append(...row.childNodes);
  made.append(summary);
  row.replaceWith(made);
  replaceRow(row, made);
  return made;
}
