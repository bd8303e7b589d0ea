/** A store that tells what it is asked, so that a test sees what was answered without it. */
import type { Store } from "../../src/ledger/store.ts";

export interface WatchedStore {
  readonly store: Store;
  /** The questions since this was last called. */
  readonly asked: () => string[];
}

export function watchedStore(store: Store): WatchedStore {
  let names: string[] = [];
  return {
    store: new Proxy(store, {
      get: (target, name) => {
        names.push(String(name));
        const member = Reflect.get(target, name);
        return typeof member === "function" ? member.bind(target) : member;
      },
    }),
    asked: () => {
      const since = names;
      names = [];
      return since;
    },
  };
}
