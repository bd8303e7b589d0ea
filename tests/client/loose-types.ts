/** Finds where a type says nothing: any, unknown, never, and objects without a field. */
import ts from "typescript";

const NOTHING = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never;

/** The places in `type` that are loose, each as a path like `Schemas.Party.names[string]`. */
export function looseTypes(checker: ts.TypeChecker, type: ts.Type, name: string): string[] {
  return [...new Set(looseIn(checker, type, name, new Set()))];
}

function looseIn(checker: ts.TypeChecker, type: ts.Type, place: string, seen: Set<ts.Type>): string[] {
  if ((type.flags & NOTHING) !== 0) return [`${place}: ${checker.typeToString(type)}`];
  if (type.isUnionOrIntersection()) return type.types.flatMap((each) => looseIn(checker, each, place, seen));
  if ((type.flags & ts.TypeFlags.Object) === 0 || seen.has(type)) return [];
  seen.add(type);
  const properties = checker.getPropertiesOfType(type);
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const items = checker.getTypeArguments(type as ts.TypeReference);
    return items.flatMap((each) => looseIn(checker, each, `${place}[]`, seen));
  }
  const indexes = checker.getIndexInfosOfType(type);
  if (properties.length === 0 && indexes.length === 0) return [`${place}: {}`];
  return [
    ...indexes.flatMap(({ type: inner }) => looseIn(checker, inner, `${place}[string]`, seen)),
    ...properties.flatMap((each) =>
      looseIn(checker, checker.getTypeOfSymbol(each), `${place}.${each.name}`, seen),
    ),
  ];
}
