/** The OpenAPI document as source that uses the client: each operation is called with the document's examples. */

interface Media {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
type Content = Readonly<Record<string, Media>>;

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly example: unknown }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface DocumentOfOperations {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Use {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** It answers in JSON. */
  readonly json: boolean;
  /** A function that calls it with each of its bodies. */
  readonly source: string;
}

const JSON_TYPE = "application/json";

export function uses({ paths }: DocumentOfOperations): Use[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, operation]) => {
      const [id, method] = [operation.operationId, name.toUpperCase()];
      const replies = Object.entries(operation.responses)
        .filter(([status]) => status.startsWith("2"))
        .map(([, { content = {} }]) => content);
      const json = replies.every((content) => JSON_TYPE in content);
      const result = json ? `Reply<"${id}">` : "string";
      const calls = asks(operation, json).map(
        (ask) => `  { const { data } = await api.${method}("${path}", ${ask}); all.push(data); }\n`,
      );
      const shown = replies.flatMap((content) => (json ? values(content[JSON_TYPE]) : []));
      const source =
        `export async function ${id}(): Promise<${result}[]> {\n  const all: ${result}[] = [];\n` +
        `${calls.join("")}  all.push(${shown.map(text).join(", ")});\n  return all;\n}\n`;
      return { id, method, path, json, source };
    }),
  );
}

function asks({ parameters = [], requestBody }: Operation, json: boolean): string[] {
  const params: Record<string, Record<string, unknown>> = {};
  for (const { in: place, name, example } of parameters)
    params[place] = { ...params[place], [name]: example };
  const common = { ...(parameters.length > 0 ? { params } : {}), ...(json ? {} : { parseAs: "text" }) };
  if (requestBody === undefined) return [text(common)];
  return Object.entries(requestBody.content).flatMap(([type, media]) =>
    values(media).map((body) =>
      text(
        type.endsWith("json") && !type.endsWith("ndjson")
          ? { ...common, body }
          : { ...common, body: String(body), headers: { "content-type": type } },
      ),
    ),
  );
}

function values(media: Media | undefined): unknown[] {
  return media?.examples === undefined
    ? [media?.example]
    : Object.values(media.examples).map(({ value }) => value);
}

const text = (value: unknown) => JSON.stringify(value);
