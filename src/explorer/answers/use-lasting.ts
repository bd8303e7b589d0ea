/** Keeps what was shown while the same is asked of another state of the ledger, so that nothing flickers. */
import { useRef } from "preact/hooks";

/**
 * The value; while it is awaited, the one before.
 * @param about what the value is of: of something else nothing is kept.
 */
export function useLasting<T>(value: T | null, about: string): T | null {
  const last = useRef<{ readonly about: string; readonly value: T } | null>(null);
  if (value !== null) last.current = { about, value };
  return last.current?.about === about ? last.current.value : null;
}
