/** Values that are kept as long as there is room: for one that is too many, another goes. */

interface Held<V> {
  readonly value: V;
  readonly size: number;
  place: number;
}

/**
 * Which one goes is left to chance. Where more is asked in turn than there is room for, those that were of no use for
 * longest are just the ones that will be asked next.
 */
export class Bounded<V> {
  readonly #most: number;
  readonly #held = new Map<string, Held<V>>();
  /** Each key at the place that is told of it. */
  readonly #keys: string[] = [];
  #size = 0;

  /** @param most of the sizes of all together. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    return this.#held.get(key)?.value;
  }

  /** What would leave little room for others is not kept. */
  set(key: string, value: V, size: number): void {
    this.delete(key);
    if (size > this.#most / 8) return;
    this.#held.set(key, { value, size, place: this.#keys.length });
    this.#keys.push(key);
    this.#size += size;
    while (this.#size > this.#most)
      this.delete(this.#keys[Math.floor(Math.random() * this.#keys.length)] as string);
  }

  delete(key: string): void {
    const held = this.#held.get(key);
    const last = this.#keys.at(-1);
    if (held === undefined || last === undefined) return;
    this.#keys[held.place] = last;
    (this.#held.get(last) as Held<V>).place = held.place;
    this.#keys.pop();
    this.#held.delete(key);
    this.#size -= held.size;
  }
}
