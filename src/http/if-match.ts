/** `If-Match`: which edit of an entry a new edit is based on, so that none is lost. */
import { Problem } from "./problem.ts";

/** @throws {Problem} where the header is missing, or names another state than the present one. */
export function requiredEdit(
  header: string | undefined,
  { id, edited }: { readonly id: string; readonly edited: number },
): void {
  if (header === undefined) {
    const detail = `An edit names the last one: send \`If-Match: "${edited}"\` if you saw "${id}" as it stands.`;
    throw new Problem("precondition-required", detail, [
      { code: "precondition-required", detail, suggestion: `"${edited}"` },
    ]);
  }
  if (header.trim() === `"${edited}"`) return;
  if (/^"\d+"$/.test(header.trim())) {
    const detail = `"${id}" was last edited by revision ${edited}, not ${header.trim()}: read it again first.`;
    throw new Problem("edited-since", detail, [{ code: "edited-since", detail }]);
  }
  const detail = `If-Match cannot be ${header}: it is the \`edited\` of the entry in quotes, like "${edited}".`;
  throw new Problem("edited-since", detail, [
    { code: "bad-precondition", detail, suggestion: `"${edited}"` },
  ]);
}
