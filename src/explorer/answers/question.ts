/** Puts questions to the service, through the typed client and nothing else. */
import { type Client, createClient, type Schemas } from "../../client/client.ts";
import type { ItemOf, OperationAt, PathOf, ReplyOf } from "../../client/operation.ts";
import type { paths } from "../../client/schema.ts";

/** A question with the address that it is asked at, which is also what its answer is remembered by. */
export interface Question<T> {
  readonly url: string;
  /** What is the same whichever day and state of the ledger are asked: the answer of the one may stand for the next. */
  readonly about: string;
  /** The state that is asked; empty for the newest. */
  readonly known: string;
  ask(signal: AbortSignal): Promise<T>;
}

type ReadPath = PathOf<"get">;

/** What a path is asked with. What is undefined is not sent. */
export type Asked<P extends ReadPath> = Loose<paths[P]["get"] extends { parameters: infer Q } ? Q : never>;
type Loose<Q> = {
  readonly [K in keyof Q as [NonNullable<Q[K]>] extends [never] ? never : K]: Maybe<NonNullable<Q[K]>>;
};
type Maybe<Q> = { readonly [K in keyof Q]: Q[K] | (undefined extends Q[K] ? undefined : never) };

type ListPath = { [P in ReadPath]: [ItemOf<OperationAt<"get", P>>] extends [never] ? never : P }[ReadPath];

/** A list that came in pages, as one. */
export interface Whole<Item> {
  readonly known: Schemas["Known"] | null;
  readonly items: readonly Item[];
  /** How many there are in all: more than `items` where the list is longer than can be shown. */
  readonly total: number;
}

/** A list that is longer is not read past its first page; the longest roster of a real coalition is far shorter. */
const MOST_ITEMS = 5000;

/** Parameters that change while one looks at one and the same thing. */
const PASSING = ["on", "known", "from", "to", "q"];

const client: Client = createClient();

export function question<P extends ReadPath>(
  path: P,
  asked: Asked<P>,
): Question<ReplyOf<OperationAt<"get", P>>> {
  return { ...addressesOf(path, asked), ask: async (signal) => (await get(path, asked, signal)) as never };
}

/** A list, page after page: all as the ledger was when the first was asked. */
export function whole<P extends ListPath>(
  path: P,
  asked: Asked<P>,
): Question<Whole<ItemOf<OperationAt<"get", P>>>> {
  return {
    ...addressesOf(path, asked),
    ask: async (signal) => {
      const items: ItemOf<OperationAt<"get", P>>[] = [];
      let cursor: string | undefined;
      for (;;) {
        const paged = cursor === undefined ? asked : { ...asked, query: { ...queryOf(asked), cursor } };
        const page = (await get(path, paged, signal)) as Page<(typeof items)[number]>;
        items.push(...page.items);
        if (page.next === null || page.total > MOST_ITEMS) {
          return { known: page.known, items, total: page.total };
        }
        cursor = page.next;
      }
    },
  };
}

interface Page<Item> extends Whole<Item> {
  readonly next: string | null;
}

async function get(path: ReadPath, params: object, signal: AbortSignal): Promise<unknown> {
  const ask = client.GET as (path: string, options: object) => Promise<{ data: unknown }>;
  return (await ask(path, { params, signal })).data;
}

function addressesOf(path: string, asked: object): Omit<Question<never>, "ask"> {
  const { path: ids = {} } = asked as { path?: Record<string, string> };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ""));
  const said = Object.entries(queryOf(asked)).filter(([, value]) => value !== undefined);
  const withQuery = (parameters: typeof said) => {
    const parts = parameters.map(
      ([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll("%2C", ",")}`,
    );
    return parts.length === 0 ? filled : `${filled}?${parts.join("&")}`;
  };
  const about = withQuery(said.filter(([name]) => !PASSING.includes(name)));
  return { url: withQuery(said), about, known: String(queryOf(asked)["known"] ?? "") };
}

function queryOf(asked: object): Record<string, unknown> {
  return (asked as { query?: Record<string, unknown> }).query ?? {};
}
