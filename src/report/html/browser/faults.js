/**
 * Says in words what a requirement's proof says by number: the sentences stand on the page once.
 * @param {Element} proof
 */
export function tellFaults(proof) {
  const faults = document.querySelectorAll('.faults > li');
  for (const link of proof.querySelectorAll('a')) {
    const list = document.createElement('ul');
    for (const number of numbersIn(link.textContent ?? '')) {
      const item = document.createElement('li');
      const said = [...(faults[number - 1]?.childNodes ?? [])].slice(0, -1);
      item.textContent = said.map((part) => part.textContent).join('');
      list.append(item);
    }
    link.replaceWith(list);
  }
}

/**
 * `1, 4–6`, one by one.
 * @param {string} ranges
 * @returns {number[]}
 */
function numbersIn(ranges) {
  return ranges.split(', ').flatMap((range) => {
    const [first = 0, last = first] = range.split('–').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
