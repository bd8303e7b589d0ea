/** Whether something that is shown still tells of another state of the ledger than the address does. */
import { useEffect, useState } from "preact/hooks";

let outdated = 0;
const listeners = new Set<() => void>();

/** Tells that what a component shows is outdated, for as long as it is. */
export function useOutdated(is: boolean): void {
  useEffect(() => {
    if (!is) return;
    count(1);
    return () => count(-1);
  }, [is]);
}

/** For the shell: whether anything is. */
export function useAnythingOutdated(): boolean {
  const [anything, setAnything] = useState(outdated > 0);
  useEffect(() => {
    const follow = () => setAnything(outdated > 0);
    listeners.add(follow);
    follow();
    return () => {
      listeners.delete(follow);
    };
  }, []);
  return anything;
}

function count(difference: 1 | -1): void {
  outdated += difference;
  for (const listener of listeners) listener();
}
