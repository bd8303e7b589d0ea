/** Dice that fall the same way for the same seed number. */

export type Dice = () => number;

/** Mulberry32: 32 bits of state, good enough to shape data, and the same on every machine. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` up to and without `end`. */
export function between(roll: Dice, least: number, end: number): number {
  return least + Math.floor(roll() * (end - least));
}

export function shuffled<T>(roll: Dice, values: readonly T[]): T[] {
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = between(roll, 0, at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
