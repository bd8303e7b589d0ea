/** What makes two declarations or claims the same, and what they are called. */
import { createHash } from "node:crypto";
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
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
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
  const bytes = createHash("sha256").update(JSON.stringify(text)).digest();
  let bits = 0n;
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let id = "";
  for (let i = 0; i < 16; i += 1) {
    id = LETTERS[Number(bits & 31n)] + id;
    bits >>= 5n;
  }
  return id;
}
