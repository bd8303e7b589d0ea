/** What the body of a retraction says: `{reason}`. */
import { JsonFields } from "../formats/json-fields.ts";
import type { Fault } from "../ledger/checks.ts";
import { type Place, placed, type Sent, sentWhole } from "./writing.ts";

const PLACE: Place = { pointer: (field) => field };

/** @param of the declaration or claim that is taken back. */
export function retractionIn(body: unknown, of: string): { readonly sent: Sent; readonly message: string } {
  const faults: Fault[] = [];
  const reason = new JsonFields(body, "", ["reason"], faults).text("reason");
  if (faults.length > 0) {
    return {
      sent: sentWhole(
        [],
        faults.map((fault) => placed(fault, PLACE)),
      ),
      message: "",
    };
  }
  const entry = { kind: "retraction" as const, of, reason };
  return { sent: sentWhole([{ entry, place: PLACE }], []), message: `Retracted: ${reason}` };
}
