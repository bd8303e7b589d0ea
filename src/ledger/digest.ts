/** What makes two declarations or claims the same, and what they are called. */
import { hash } from "node:crypto";
import type { ClaimContent } from "../domain/claim.ts";
import type { DeclarationContent } from "../domain/declaration.ts";

/**
 * A digest of what a declaration says, without its ref and what it supersedes. What it rescinds counts
 * by the first declaration of that line, for a rescission follows supersession.
 */
export function declarationDigest(content: DeclarationContent, rescindsRoot: string | null): string {
  const { coalition, party, act, role, predecessors, declared, effective } = content;
  const { title, scope, confidence, note, sources } = content;
  return digest([
    [coalition, party, act, role, predecessors, declared?.edtf ?? null, effective.edtf, rescindsRoot],
    [title, scope, confidence, note],
    sources.map((source) => [
      [source.url, source.title, source.publisher, source.published, source.accessed],
      [source.claims?.ordinal ?? null, source.claims?.effective ?? null],
    ]),
  ]);
}

export function claimDigest(content: ClaimContent): string {
  const { coalition, on, total, role, standing, counting, except, source, note } = content;
  return digest([
    [coalition, on.edtf, total, role, standing, counting, except, note],
    [source.url, source.title, source.publisher, source.published, source.accessed],
  ]);
}

function digest(content: unknown): string {
  return hash("sha256", JSON.stringify(content), "base64url");
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * The id of an entry: 16 letters and digits (80 bits of SHA-256, RFC 4648 base 32). It depends on the ref
 * and on what is superseded, so that one seed gives the same ids everywhere; without a ref on the place.
 */
export function idOf(
  key: { ref: string; supersedes: string | null } | { revision: number; place: number },
): string {
  const text = "ref" in key ? ["ref", key.ref, key.supersedes] : ["place", key.revision, key.place];
  const hex = hash("sha256", JSON.stringify(text));
  let id = "";
  for (const half of [hex.slice(0, 10), hex.slice(10, 20)]) {
    // 40 bits are 8 letters of 5, and a number that is exact.
    let bits = Number.parseInt(half, 16);
    let letters = "";
    for (let i = 0; i < 8; i += 1) {
      letters = LETTERS[bits % 32] + letters;
      bits = Math.floor(bits / 32);
    }
    id += letters;
  }
  return id;
}
