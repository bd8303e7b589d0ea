/** What was worked out of a store's answers, kept until anything is written. */
import { Bounded } from "./bounded.ts";
import type { Revision } from "./command.ts";
import type { Store } from "./store.ts";

interface Kept<V> {
  /** As the store gave it: it gives another as soon as anything is written. */
  readonly newest: Revision | null;
  readonly values: Bounded<V>;
}

export class KeptWhileNewest<V> {
  readonly #most: number;
  readonly #kept = new WeakMap<Store, Kept<V>>();

  /** @param most of the sizes of all together, for each store. */
  constructor(most: number) {
    this.#most = most;
  }

  async get(
    store: Store,
    key: string,
    make: () => Promise<{ readonly made: V; readonly size: number }>,
  ): Promise<V> {
    const newest = await store.newest();
    let kept = this.#kept.get(store);
    if (kept === undefined || kept.newest !== newest) {
      kept = { newest, values: new Bounded<V>(this.#most) };
      this.#kept.set(store, kept);
    }
    const found = kept.values.get(key);
    if (found !== undefined) return found;
    const { made, size } = await make();
    kept.values.set(key, made, size);
    return made;
  }
}
