/** Numbers as far as they are known, in words. */
import type { Count } from "../../domain/certainty.ts";
import type { Range } from "../../domain/ordinal.ts";
import { counted } from "./names.ts";

/** "90", "between 43 and 60". */
export function rangeInWords({ earliest, latest }: Range): string {
  return earliest === latest ? String(earliest) : `between ${earliest} and ${latest}`;
}

/** "90 members", "89 members, 1 possible". */
export function countInWords({ certain, possible }: Count, one = "member", several = `${one}s`): string {
  const surely = counted(certain, one, several);
  return possible === 0 ? surely : `${surely}, ${possible.toLocaleString("en")} possible`;
}
