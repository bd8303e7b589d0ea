/** Reads the query of a request by its schema and nothing else: no guess, no clamp, no coercion in silence. */
import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { isDay } from "../domain/day.ts";
import { BadDate, parsePartialDate } from "../domain/partial-date.ts";
import { nearest } from "../ledger/nearest.ts";
import { type Fault, parameterProblem } from "./problem.ts";

/** What a parameter may be, as far as queries need it. */
interface ParameterSchema {
  readonly type?: "string" | "integer" | "boolean";
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

type Read = { readonly value: string | number | boolean } | { readonly fault: Fault };

/** Names that people bring along from other services, with what they are called here. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    on: ["asof", "as_of", "as-of", "date", "at", "day", "valid", "validat", "valid_at", "when"],
    known: ["knownat", "known_at", "version", "revision", "transaction", "recorded", "recordedat"],
    limit: ["per_page", "perpage", "page_size", "pagesize", "size", "count", "max", "top", "first"],
    cursor: ["page", "offset", "skip", "after", "next", "token", "page_token", "start_at"],
    q: ["query", "search", "name", "text", "term"],
    kind: ["type", "category"],
    standing: ["status", "suspended", "active"],
    party: ["country", "member", "actor", "entity", "state"],
    coalition: ["organization", "organisation", "org", "group", "alliance", "union", "bloc"],
    former: ["historical", "dissolved", "past"],
    lang: ["language", "locale", "hl", "accept-language"],
    format: ["output", "as", "f", "mime", "filetype"],
    memberOf: ["member_of", "memberof", "in", "members_of"],
    notMemberOf: ["not_member_of", "notin", "exclude", "not"],
    parties: ["countries", "members"],
    coalitions: ["organizations", "groups", "alliances"],
    independent: ["sovereign"],
    region: ["continent", "area", "subregion"],
    from: ["since", "start", "begin"],
    to: ["until", "till", "end"],
    certainty: ["certain", "possible"],
    act: ["event", "action"],
  }).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
);

/** For Fastify: only queries are checked here. The ids of a path are looked up, and bodies read as they arrive. */
export const strictQueries: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  if (httpPart !== "querystring") return (value: unknown) => ({ value });
  const { required = [] } = schema as { required?: readonly string[] };
  const parameters = new Map(
    Object.entries((schema as { properties?: Record<string, ParameterSchema> }).properties ?? {}),
  );
  return (query: unknown) => {
    const values: Record<string, string | number | boolean> = {};
    const faults: Fault[] = [];
    for (const [name, raw] of Object.entries(query as Record<string, string | string[]>)) {
      const read = readParameter(name, raw, parameters);
      if ("fault" in read) faults.push(read.fault);
      else values[name] = read.value;
    }
    for (const name of required.filter((each) => !Object.hasOwn(query as object, each))) {
      const detail = `"${name}" is needed here.`;
      faults.push({ code: "missing-parameter", detail, parameter: name });
    }
    return faults.length > 0 ? { error: parameterProblem(...faults) } : { value: values };
  };
};

function readParameter(
  name: string,
  raw: string | string[],
  parameters: ReadonlyMap<string, ParameterSchema>,
): Read {
  const schema = parameters.get(name);
  if (schema === undefined) return unknownParameter(name, [...parameters.keys()]);
  if (Array.isArray(raw)) {
    const detail = `"${name}" is given ${raw.length} times: give it once.`;
    return { fault: { code: "repeated-parameter", detail, parameter: name } };
  }
  if (schema.enum !== undefined) return readWord(name, raw, schema.enum);
  if (schema.type === "boolean") return readWord(name, raw, ["true", "false"]);
  if (schema.type === "integer") return readNumber(name, raw, schema);
  if (schema.format === "date") return readDay(name, raw);
  return readText(name, raw, schema);
}

function unknownParameter(name: string, allowed: readonly string[]): Read {
  const meant = SYNONYMS.get(name.toLowerCase());
  const suggestion = meant !== undefined && allowed.includes(meant) ? meant : nearest(name, allowed);
  const right = allowed.length === 0 ? "This path takes none." : `Allowed here: ${allowed.join(", ")}.`;
  const detail = `There is no parameter "${name}"${asked(suggestion)} ${right}`;
  return { fault: { code: "unknown-parameter", detail, parameter: name, allowed, ...maybe(suggestion) } };
}

function readWord(name: string, raw: string, allowed: readonly string[]): Read {
  if (allowed.includes(raw)) {
    return { value: raw === "true" ? true : raw === "false" ? false : raw };
  }
  const suggestion = nearest(raw, allowed);
  const detail = `"${name}" cannot be "${raw}"${asked(suggestion)} It is one of ${allowed.join(", ")}.`;
  return { fault: { code: "unknown-value", detail, parameter: name, allowed, ...maybe(suggestion) } };
}

function readNumber(name: string, raw: string, { minimum = 0, maximum }: ParameterSchema): Read {
  const value = Number(raw);
  const whole = /^(?:0|[1-9]\d{0,15})$/.test(raw);
  if (whole && value >= minimum && value <= (maximum ?? Number.MAX_SAFE_INTEGER)) return { value };
  const range = maximum === undefined ? `${minimum} or more` : `from ${minimum} to ${maximum}`;
  const detail = `"${name}" cannot be "${raw}": it is a whole number, ${range}.`;
  return { fault: { code: whole ? "out-of-range" : "bad-number", detail, parameter: name } };
}

function readDay(name: string, raw: string): Read {
  if (isDay(raw)) return { value: raw };
  const fault = (detail: string, suggestion?: string): Read => ({
    fault: { code: "bad-day", detail, parameter: name, ...maybe(suggestion) },
  });
  try {
    const { earliest } = parsePartialDate(raw);
    const example = isDay(earliest) ? earliest : "2025-11-12";
    return fault(`"${name}" is one full day, like ${example}; "${raw}" is not.`, example);
  } catch (error) {
    if (!(error instanceof BadDate)) throw error;
    const day = /^(\d{4}-\d{2}-\d{2})T/.exec(raw)?.[1];
    if (day !== undefined && isDay(day)) {
      return fault(`"${name}" is a day without a time, like ${day}; an instant is for "known".`, day);
    }
    if (!/^\d{4}-\d{2}-\d{2}$/.test(raw)) {
      return fault(`"${name}" cannot be "${raw}": it is one full day, like 2025-11-12.`);
    }
    return fault(`"${name}" is not a day: ${error.message}`);
  }
}

function readText(name: string, raw: string, { minLength = 1, maxLength }: ParameterSchema): Read {
  if (raw.length < minLength) {
    const detail = `"${name}" is empty: give it a value, or leave it out.`;
    return { fault: { code: "empty-value", detail, parameter: name } };
  }
  if (maxLength !== undefined && raw.length > maxLength) {
    const detail = `"${name}" has ${raw.length} characters, more than ${maxLength}.`;
    return { fault: { code: "too-long", detail, parameter: name } };
  }
  return { value: raw };
}

function asked(suggestion: string | undefined): string {
  return suggestion === undefined ? "." : `: did you mean "${suggestion}"?`;
}

function maybe(suggestion: string | undefined): { suggestion?: string } {
  return suggestion === undefined ? {} : { suggestion };
}
