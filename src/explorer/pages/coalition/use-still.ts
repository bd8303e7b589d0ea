/** The address of a page with the day as it last stood still. */
import { useMemo } from "preact/hooks";
import { type PageAddress, writeAddress } from "../../address/address.ts";
import { useDelayed } from "../../shell/use-delayed.ts";

/** The same value while a day is dragged: what only links with the day need not be drawn anew at each step. */
export function useStill(address: PageAddress<"coalition">): PageAddress<"coalition"> {
  const on = useDelayed(address.on);
  const text = writeAddress({ ...address, on });
  return useMemo(() => ({ ...address, on }), [text]);
}
