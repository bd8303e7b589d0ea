/** Holds a reply against the OpenAPI document: every status, media type and body must be described there. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export interface Reply {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly type: string | undefined;
  readonly body: string;
}

type Responses = Record<string, { content?: Record<string, unknown> } | undefined>;
type Paths = Record<string, Record<string, { responses: Responses }>>;

export class ReplyCheck {
  readonly #paths: Paths;
  readonly #ajv: Ajv2020;

  constructor(document: object) {
    this.#paths = (document as { paths: Paths }).paths;
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(document, "document");
  }

  /** What the document does not say of the reply; nothing where the path is not described. */
  faults({ method, url, status, type, body }: Reply): string[] {
    const template = this.#template(url.split("?", 1)[0] as string);
    const verb = method === "HEAD" ? "get" : method.toLowerCase();
    const responses = template === undefined ? undefined : this.#paths[template]?.[verb]?.responses;
    if (template === undefined || responses === undefined) return [];
    const key = responses[status] === undefined ? "default" : String(status);
    const described = responses[key];
    if (described === undefined) return [`${status} is not described for ${verb} ${template}`];
    const media = type?.split(";", 1)[0] ?? "";
    if (described.content === undefined) return body === "" ? [] : [`${status} is described without a body`];
    if (!(media in described.content)) return [`${status} is not described as ${media}`];
    if (method === "HEAD") return body === "" ? [] : ["a reply to HEAD has a body"];
    const pointer = [template, verb, "responses", key, "content", media, "schema"].map(escaped).join("/");
    const validate = this.#ajv.getSchema(`document#/paths/${pointer}`) as ValidateFunction;
    return valuesOf(media, body).flatMap((value) =>
      validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`),
    );
  }

  #template(path: string): string | undefined {
    const given = path.split("/");
    return Object.keys(this.#paths)
      .filter((template) => template.split("/").length === given.length)
      .find((template) =>
        template.split("/").every((part, place) => part.startsWith("{") || part === given[place]),
      );
  }
}

/** What of a body is to be as its schema says: each line of NDJSON, the text of a table. */
function valuesOf(media: string, body: string): unknown[] {
  if (media.endsWith("ndjson"))
    return body
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return [media.endsWith("json") ? JSON.parse(body) : body];
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
