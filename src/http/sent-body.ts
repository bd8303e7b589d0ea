/** The body of a writing path as OpenAPI describes it, with an example for each media type. */
import { type TSchema, Type } from "typebox";

export function sentBody(types: Readonly<Record<string, TSchema>>) {
  return {
    content: Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }])),
  };
}

/** The document takes examples from beside the schema, but not from beside a mere reference. */
export function withExample<T extends TSchema>(schema: T, ...examples: readonly unknown[]): TSchema {
  return "$ref" in schema ? Type.Union([schema], { examples }) : { ...schema, examples };
}
