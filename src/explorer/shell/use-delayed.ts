/** A value that follows another once that has been still for a moment, so that not every key asks the service. */
import { useEffect, useState } from "preact/hooks";

const STILL_FOR_MS = 120;

export function useDelayed<T>(value: T): T {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), STILL_FOR_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return delayed;
}
