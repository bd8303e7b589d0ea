/** What a roster says of a coalition's number and of one party, for tests that ask no more of it. */
import type { HttpService } from "./http-service.ts";

/** The members of a coalition on a day, in numbers. */
export async function counted(
  service: HttpService,
  coalition: string,
  query: string,
): Promise<readonly [certain: number, possible: number]> {
  const { status, body } = await service.ask(`/v1/coalitions/${coalition}/members?${query}`);
  if (status !== 200) throw new Error(`${coalition}?${query}: ${body.detail}`);
  return [body.counts.certain, body.counts.possible];
}

/** The row of one party, undefined where it is not in. */
export async function member(service: HttpService, coalition: string, party: string, query: string) {
  const { body } = await service.ask(`/v1/coalitions/${coalition}/members?${query}`);
  return body.items.find((row: { party: { id: string } }) => row.party.id === party);
}
