/** Caching: an answer is known by its question, so that a client that has it is told so without asking anew. */
import { createHash } from "node:crypto";
import { RULES_VERSION } from "../ledger/rules.ts";
import type { Question } from "./reading.ts";

/** What a representation is besides its question: where it was asked, in which format, by which software. */
export interface Representation {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly format: string;
  readonly version: string;
}

/** A strong ETag. The day and the state stand in it as resolved, not as they were asked. */
export function entityTag(question: Question, { path, query, format, version }: Representation): string {
  const parameters = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  const state = [question.revision, question.known?.recordedAt, RULES_VERSION, version];
  const identity = JSON.stringify([question.on, state, path, parameters, format]);
  return `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
}

/** Whether the client has this representation, by its `If-None-Match` (which compares weakly). */
export function clientHas(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = ifNoneMatch?.split(",").map((each) => each.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(tag);
}

export function cacheControl(question: Question): string {
  return question.pinned ? "public, max-age=31536000, immutable" : "no-cache";
}
