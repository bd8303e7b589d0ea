/** Keys: who may write, and what. The secret of one is shown once and never kept; a digest of it is. */
import { createHash, timingSafeEqual } from "node:crypto";

/** What a key may write. `declare:nato` declares in that coalition alone. */
export type Scope = "declare" | `declare:${string}` | "registry";

export interface Key {
  readonly id: string;
  /** Is recorded as the author of what it writes, and owns the refs; a renewed key bears the same name. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** RFC 3339, UTC, with milliseconds, as are the other two. */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** A key as it is kept. */
export interface KeptKey extends Key {
  /** SHA-256 of the secret, in hexadecimal: enough for 256 bits that nobody chose. */
  readonly hash: string;
}

export const KEY_ID_BYTES = 8;
export const KEY_SECRET_BYTES = 32;

const TOKEN = /^acc_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;
/** What looks like a token, so that a log can leave it out wherever it stands. */
export const TOKEN_IN_TEXT = /acc_[0-9a-f]{16}_[A-Za-z0-9_-]*/g;

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._@-]{0,62}[\p{L}\p{N}])?$/u;
/** Authors of what the commands write: a key of that name would own their refs. */
const RESERVED_NAMES = ["seed", "import"];

/** A new key and the token that carries its secret, made of bytes that nobody can guess. */
export function newKey(
  { name, scopes, createdAt, expiresAt }: Omit<Key, "id" | "revokedAt">,
  bytes: { readonly id: Uint8Array; readonly secret: Uint8Array },
): { readonly key: KeptKey; readonly token: string } {
  const id = Buffer.from(bytes.id).toString("hex");
  const secret = Buffer.from(bytes.secret).toString("base64url");
  const key = { id, name, scopes, createdAt, expiresAt, revokedAt: null, hash: hashOf(secret) };
  return { key, token: `acc_${id}_${secret}` };
}

/** The two parts of a token; null where the text is none. */
export function readToken(text: string): { readonly id: string; readonly secret: string } | null {
  const [, id, secret] = TOKEN.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/** Whether the secret is that of the key; takes the same time whichever part of it is wrong. */
export function isSecretOf(secret: string, { hash }: Pick<KeptKey, "hash">): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret), "hex"), Buffer.from(hash, "hex"));
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export type KeyState = "usable" | "revoked" | "expired";

export function stateOf({ revokedAt, expiresAt }: Key, now: Date): KeyState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && Date.parse(expiresAt) <= now.getTime() ? "expired" : "usable";
}

/** The sentence that says what a name should be; null where this one is. */
export function nameFault(name: string): string | null {
  if (RESERVED_NAMES.includes(name.toLowerCase())) {
    return `The name "${name}" is that of a command: choose another.`;
  }
  if (NAME.test(name)) return null;
  return `"${name}" is no name of a key: 1 to 64 letters, digits, spaces or ._@-, a letter or digit at both ends.`;
}

/** The scope that a text means; null where it means none. */
export function readScope(text: string): Scope | null {
  if (text === "declare" || text === "registry") return text;
  return /^declare:[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? (text as Scope) : null;
}

export function mayEditRegistry(scopes: readonly Scope[]): boolean {
  return scopes.includes("registry");
}

export function mayDeclare(scopes: readonly Scope[], coalition: string): boolean {
  return scopes.includes("declare") || scopes.includes(`declare:${coalition}`);
}

/** Whether it may declare in any coalition at all. */
export function mayDeclareSomewhere(scopes: readonly Scope[]): boolean {
  return scopes.some((scope) => scope !== "registry");
}
