/**
 * The few JSON Schemas that wire shapes are made of, built as `typebox` builds them and typed by it. Only its types are
 * used: its own builders are several hundred modules, a third of what was loaded at every start.
 */
import type { Type as TypeBox } from "typebox";

type Options = Readonly<Record<string, unknown>>;
type Built = Readonly<Record<string, unknown>>;

/** Said of a field that may be left out; it is no part of the schema as it is written. */
const OPTIONAL = "~optional";

const plain =
  (type: string) =>
  (options: Options = {}) => ({ type, ...options });

function object(properties: Readonly<Record<string, Built>>, options: Options = {}): Built {
  const required = Object.keys(properties).filter((name) => !(OPTIONAL in (properties[name] as Built)));
  return { type: "object", ...(required.length > 0 ? { required } : {}), properties, ...options };
}

export const Type = {
  String: plain("string"),
  Integer: plain("integer"),
  Number: plain("number"),
  Boolean: plain("boolean"),
  Null: plain("null"),
  Literal: (value: string, options: Options = {}) => ({ type: "string", const: value, ...options }),
  Enum: (values: readonly string[], options: Options = {}) => ({ enum: values, ...options }),
  Array: (items: Built, options: Options = {}) => ({ type: "array", items, ...options }),
  Union: (anyOf: readonly Built[], options: Options = {}) => ({ anyOf, ...options }),
  Object: object,
  Optional: (type: Built) => Object.defineProperty({ ...type }, OPTIONAL, { value: true }),
  Unsafe: (schema: Built) => ({ ...schema }),
} as unknown as Pick<
  typeof TypeBox,
  | ("String" | "Integer" | "Number" | "Boolean" | "Null" | "Literal")
  | ("Enum" | "Array" | "Union" | "Object" | "Optional" | "Unsafe")
>;
