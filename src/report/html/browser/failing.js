/**
 * Moves to the next requirement that fails, or the one before; round at the ends.
 * @param {1 | -1} step
 */
export function moveToFailing(step) {
  const failing = [...document.querySelectorAll('.requirement.failed:not([hidden], [hidden] *)')];
  if (failing.length === 0) return;
  const here = failing.findIndex((each) => `#${encodeURIComponent(each.id)}` === location.hash);
  const start = step === 1 ? -1 : failing.length;
  const next = ((here === -1 ? start : here) + step + failing.length) % failing.length;
  const link = failing[next]?.querySelector('a.self');
  if (link instanceof HTMLAnchorElement) {
    link.click();
    link.focus();
  }
}
