/** What the body of a retraction says: `{reason}`. */
import { JsonFields } from "../formats/json-fields.ts";
import type { Fault } from "../ledger/checks.ts";
import { type Sent, sentAlone } from "./writing.ts";

/** @param of the declaration or claim that is taken back. */
export function retractionIn(body: unknown, of: string): { readonly sent: Sent; readonly message: string } {
  const faults: Fault[] = [];
  const reason = new JsonFields(body, "", ["reason"], faults).text("reason");
  if (faults.length > 0) return { sent: sentAlone({ faults }), message: "" };
  return { sent: sentAlone({ entry: { kind: "retraction", of, reason } }), message: `Retracted: ${reason}` };
}
