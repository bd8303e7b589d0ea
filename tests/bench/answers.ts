/** Holds what a peer answers against what the service answers, before either is timed. */
import { capture, type Reply } from "./captured.ts";
import type { Server } from "./processes.ts";
import { DifferentAnswers } from "./question.ts";

/** The ids of the parties that a reply lists, each once, in order. */
export type ReadParties = (body: unknown) => readonly string[];

interface OurRoster {
  readonly items: readonly { readonly party: { readonly id: string } }[];
  readonly total: number;
}
interface Row {
  readonly party: string;
}

export const ourParties: ReadParties = (body) => once((body as OurRoster).items.map(({ party }) => party.id));
export const soulParties: ReadParties = (body) =>
  once((body as { data: readonly Row[] }).data.map((row) => row.party));
export const jsonServerParties: ReadParties = (body) =>
  once((body as readonly Row[]).map((row) => row.party));

function once(parties: readonly string[]): readonly string[] {
  return [...new Set(parties)].sort();
}

/** @throws {DifferentAnswers} where a peer lists other parties than the service does. */
export async function sameParties(
  name: string,
  server: Server,
  paths: readonly string[],
  read: ReadParties,
  expected: readonly Reply[],
): Promise<void> {
  const replies = await capture(server.port, paths);
  for (const [at, reply] of replies.entries()) {
    const ours = expected[at] as Reply;
    const wanted = ourParties(JSON.parse(ours.text)).join(" ");
    const found = reply.status === 200 ? read(JSON.parse(reply.text)).join(" ") : `status ${reply.status}`;
    if (found !== wanted) {
      throw new DifferentAnswers(
        `${ours.path}: ours lists "${wanted}", ${name} "${found}" at ${reply.path}.`,
      );
    }
  }
}

/** @throws {DifferentAnswers} where a peer does not send the same bytes under the same headers. */
export async function sameBytes(
  name: string,
  server: Server,
  expected: readonly Reply[],
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const paths = expected.map(({ path }) => path);
  const replies = await capture(server.port, paths, headers);
  for (const [at, reply] of replies.entries()) {
    const ours = expected[at] as Reply;
    for (const part of ["status", "headers", "body"] as const) {
      const [wanted, found] = [String(ours[part]), String(reply[part])];
      if (found !== wanted) {
        throw new DifferentAnswers(`${ours.path}: ${name} differs in its ${part}: ${found} for ${wanted}`);
      }
    }
  }
}

/** The service's own replies; each must be 200 and at least one list somebody. */
export async function ourReplies(server: Server, paths: readonly string[]): Promise<Reply[]> {
  const replies = await capture(server.port, paths);
  const bad = replies.find(({ status }) => status !== 200);
  if (bad !== undefined) throw new Error(`${bad.path} answered ${bad.status}: ${bad.text.slice(0, 500)}`);
  if (replies.every(({ text }) => ourParties(JSON.parse(text)).length === 0)) {
    throw new Error("No roster that is asked lists anybody.");
  }
  return replies;
}
