/** What a source is called, however often and by whomever it is cited. */
import { hash } from "node:crypto";
import type { Citation } from "../domain/source.ts";

/** The same for every citation of one document: by its address, or where it has none by title and publisher. */
export function sourceId({ url, title, publisher }: Pick<Citation, "url" | "title" | "publisher">): string {
  const named = url === null ? ["titled", title, publisher] : ["at", url];
  return hash("sha256", JSON.stringify(named)).slice(0, 16);
}
