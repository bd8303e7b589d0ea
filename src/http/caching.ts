/** Caching: an answer is known by its question, so that a client that has it is told so without asking anew. */
import { hash } from "node:crypto";
import { RULES_VERSION } from "../ledger/rules.ts";
import type { Coding } from "./coding.ts";
import type { Question } from "./reading.ts";

/** What a representation is besides its question: where it was asked, in which form, by which software. */
export interface Representation {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly format: string;
  /** The one that the client takes; a reply too short to be worth it is sent without, under the same tag. */
  readonly coding: Coding;
  readonly version: string;
}

/** A strong ETag. The day and the state stand in it as resolved, not as they were asked; the day can be read. */
export function entityTag(question: Question, representation: Representation): string {
  const { path, query, format, coding, version } = representation;
  const { on: _, ...others } = query;
  const parameters = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1));
  const state = [question.revision, question.known?.recordedAt, RULES_VERSION, version];
  const identity = JSON.stringify([state, path, parameters, format]);
  const name = hash("sha256", identity, "base64url").slice(0, 22);
  return `"${[name, question.on, coding === "identity" ? null : coding].filter((part) => part !== null).join("-")}"`;
}

/**
 * Headers that a 304 has: what guides a cache, and what belongs to this very exchange. All else the client has from
 * the reply that it kept (RFC 9110, section 15.4.5).
 */
export const OF_NOT_MODIFIED =
  /^(?:etag|vary|cache-control|last-modified|access-control-.*|x-request-id|x-ratelimit-.*)$/;

/** Said of `If-None-Match`: the client has whatever there is, so it is told so once it is known that there is one. */
export const ANY = "*";

/** Whether the client has this representation, by its `If-None-Match` (which compares weakly). */
export function clientHas(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined || ifNoneMatch === tag) return ifNoneMatch === tag;
  const tags = ifNoneMatch.split(",").map((each) => each.trim().replace(/^W\//, ""));
  return tags.includes(tag);
}

export function cacheControl({ dayNamed, stateNamed }: Question): string {
  const pinned = dayNamed && stateNamed === "for ever";
  return pinned ? "public, max-age=31536000, immutable" : "no-cache";
}
