/** Goes through a list page by page, so that its reader sees one row of items. */

interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

interface Ask {
  readonly params?: { readonly query?: object };
}

export type GetPage = <Item>(path: string, ask: Ask) => Promise<{ readonly data: Page<Item> }>;

/** The cursor goes with the parameters of the first page, whose day and state of the ledger it keeps. */
export async function* allItems<Item>(
  get: GetPage,
  path: string,
  ask: Ask = {},
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const query = { ...ask.params?.query, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = await get<Item>(path, { ...ask, params: { ...ask.params, query } });
    yield* data.items;
    cursor = data.next;
  }
}
