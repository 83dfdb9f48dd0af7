/** A source of chance in [0, 1), handed in so that a seed replays a run. */
export type Dice = () => number;

/** The items in an order that the dice decide (Fisher-Yates). */
export function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(dice() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) {
      order[last] = b;
      order[other] = a;
    }
  }
  return order;
}

/** `length` characters drawn from `alphabet`. */
export function drawn(alphabet: string, length: number, dice: Dice): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(dice() * alphabet.length))).join(
    '',
  );
}

/** A GUID of version 4, as PowerOffice's keys are (`apis.md 1.2`). */
export function drawnGuid(dice: Dice): string {
  const hex = (length: number): string => drawn('0123456789abcdef', length, dice);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${drawn('89ab', 1, dice)}${hex(3)}-${hex(12)}`;
}

/** Chance that replays from a seed (mulberry32). */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
