/** The columns of a list as CSV, which follow from the shape of its items: what nests is taken apart. */
import type { TSchema } from "typebox";
import type { ColumnPath } from "../formats/csv.ts";
import { resolved } from "./component.ts";

interface AsWritten {
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
  readonly type?: string;
}

/** The shape of the items of a list. */
export function itemOf(list: TSchema): TSchema {
  const { items } = resolved(list) as AsWritten;
  if (items !== undefined) return items;
  const listed = (resolved(list) as AsWritten).properties?.["items"] as AsWritten | undefined;
  if (listed?.items === undefined) throw new Error("A shape without items was taken for a list.");
  return listed.items;
}

/** A value that has no fields of its own, a list among them, is one column. */
export function columnsOf(shape: TSchema): ColumnPath[] {
  const { anyOf, properties } = resolved(shape) as AsWritten;
  const present = anyOf?.filter((each) => (each as AsWritten).type !== "null");
  if (present?.length === 1) return columnsOf(present[0] as TSchema);
  if (properties === undefined) return [[]];
  return Object.entries(properties).flatMap(([name, inner]) =>
    columnsOf(inner).map((path) => [name, ...path]),
  );
}
