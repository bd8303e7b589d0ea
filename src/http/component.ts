/** Wire shapes with a name: each becomes a component of the OpenAPI document, and others refer to it. */
import { type Static, type TSchema, type TUnsafe, Type } from "typebox";

const named = new Map<string, TSchema>();

/** Names a shape. What is returned stands for it wherever it is used. */
export function component<T extends TSchema>(name: string, shape: T): TUnsafe<Static<T>> {
  if (named.has(name)) throw new Error(`Two wire shapes are called ${name}.`);
  named.set(name, { ...shape, $id: name });
  return Type.Unsafe<Static<T>>({ $ref: `${name}#` });
}

/** The shape that a reference stands for, or the shape itself. */
export function resolved(type: TSchema): TSchema {
  const { $ref } = type as { readonly $ref?: string };
  return $ref === undefined ? type : (named.get($ref.slice(0, -1)) ?? type);
}

/** An object that has these fields and no others. */
export function shape<P extends Record<string, TSchema>>(properties: P, description?: string) {
  const told = description === undefined ? {} : { description };
  return Type.Object(properties, { additionalProperties: false, ...told });
}

/** An object with the same type under each of the keys. */
export function keyed<const K extends string, T extends TSchema>(keys: readonly K[], type: T) {
  return shape(Object.fromEntries(keys.map((key) => [key, type])) as Record<K, T>);
}

/** One of a few words. */
export function word<const V extends string>(words: readonly V[]) {
  return Type.Enum([...words], { type: "string" });
}

export function orNull<T extends TSchema>(type: T) {
  return Type.Union([type, Type.Null()]);
}

export function components(): readonly TSchema[] {
  return [...named.values()];
}
