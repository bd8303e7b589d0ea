/**
 * Asks the service from TypeScript: paths, parameters and replies are typed by `openapi.yaml`. A thin layer over
 * openapi-fetch that throws problems, and goes through lists of any length.
 */
import createFetchClient, { type ClientOptions as FetchOptions } from "openapi-fetch";
import type {
  AskOf,
  ItemOf,
  Method,
  OperationAt,
  OperationId,
  PathOf,
  QueryOf,
  ReadingOf,
  ReplyOf,
} from "./operation.ts";
import { allItems, type GetPage } from "./pages.ts";
import { type Problem, ProblemError, problemError } from "./problem-error.ts";
import type { components, operations, paths } from "./schema.ts";

export type { OperationId, Problem };
export { ProblemError };

/** Every shape by its name in the OpenAPI document: `Schemas["Spell"]`. */
export type Schemas = components["schemas"];

/** What an operation answers, by its name: `Reply<"listMembers">`. */
export type Reply<Id extends OperationId> = ReplyOf<operations[Id]>;

/** The query that an operation takes, by its name: `Query<"listMembers">`. */
export type Query<Id extends OperationId> = QueryOf<operations[Id]>;

/** `baseUrl` is where the service runs; left out in a browser, where the page comes from. */
export interface ClientOptions extends Omit<FetchOptions, "bodySerializer"> {
  /** For writing: as `accession key create` showed it. */
  key?: string | undefined;
}

export interface Answer<Data> {
  readonly data: Data;
  readonly response: Response;
}

/** @throws {ProblemError} where the service refuses; what `fetch` throws where it is not reached, or was aborted. */
type Ask<M extends Method> = <
  Path extends PathOf<M>,
  As extends ReadingOf<OperationAt<M, Path>> = ReadingOf<OperationAt<M, Path>> & "json",
>(
  path: Path,
  ...ask: Needed<AskOf<OperationAt<M, Path>, As>>
) => Promise<Answer<ReplyOf<OperationAt<M, Path>, As>>>;

type Needed<Options> = Record<never, never> extends Options ? [options?: Options] : [options: Options];

type ListPath = {
  [P in PathOf<"get">]: [ItemOf<OperationAt<"get", P>>] extends [never] ? never : P;
}[PathOf<"get">];

export interface Client {
  readonly GET: Ask<"get">;
  readonly POST: Ask<"post">;
  readonly PATCH: Ask<"patch">;
  /** Every item of a list, page after page: all as the ledger was when the first was asked. */
  items<Path extends ListPath>(
    path: Path,
    ...ask: Needed<AskOf<OperationAt<"get", Path>, "json">>
  ): AsyncGenerator<ItemOf<OperationAt<"get", Path>>, void, undefined>;
}

export function createClient({ key, ...options }: ClientOptions = {}): Client {
  const { use, GET, POST, PATCH } = createFetchClient<paths>({
    ...options,
    bodySerializer: (body: unknown) => (typeof body === "string" ? body : JSON.stringify(body)),
  });
  use({
    onRequest: ({ request }) => {
      if (key !== undefined) request.headers.set("authorization", `Bearer ${key}`);
    },
    onResponse: async ({ response }) => {
      if (!response.ok) throw await problemError(response);
    },
  });
  // What is asked and answered is typed more closely than openapi-fetch does it.
  const asked = { GET, POST, PATCH } as unknown as Pick<Client, "GET" | "POST" | "PATCH">;
  return { ...asked, items: (path, ...ask) => allItems(asked.GET as unknown as GetPage, path, ask[0]) };
}
