/** The numbers of a comparison in words: "23 are in both". */
import type { Attendance } from "../../../domain/attendance.ts";
import type { Count } from "../../../domain/certainty.ts";
import type { Role } from "../../../domain/declaration.ts";
import type { Intersection } from "./intersections.ts";

const SMALL_NUMBERS = ["none", "one", "two", "three", "four", "five"];

/** What parties are called that have the role asked for. */
export const WHO: Readonly<Record<Role | "any", readonly [one: string, several: string]>> = {
  any: ["party", "parties"],
  member: ["member", "members"],
  associate: ["associate", "associates"],
  observer: ["observer", "observers"],
  partner: ["partner", "partners"],
};

/** "23", "23, and 1 possibly", "none", "none for certain, 2 possibly". */
export function countOf({ certain, possible }: Count): string {
  if (possible === 0) return certain === 0 ? "none" : String(certain);
  return certain === 0 ? `none for certain, ${possible} possibly` : `${certain}, and ${possible} possibly`;
}

/** "23 are in both", "1 is in all three, and 2 possibly", "none are in both". */
export function togetherInWords({ certain, possible }: Count, coalitions: number): string {
  const where = whereAll(coalitions);
  if (certain === 0 && possible > 0) return `none are certainly ${where}, ${possible} possibly`;
  const surely = `${certain === 0 ? "none" : certain} ${certain === 1 ? "is" : "are"} ${where}`;
  return possible === 0 ? surely : `${surely}, and ${possible} possibly`;
}

/** "only in NATO", "only in NATO and G7", "in all three". */
export function whereInWords(labels: readonly string[], compared: number): string {
  if (labels.length === 1) return `only in ${labels[0]}`;
  if (labels.length === compared) return whereAll(compared);
  return `only in ${listed(labels)}`;
}

/** What goes beyond those who are in all: "9 are only in NATO, 4 only in EU.", "Of 58 in one at least, 30 are in just one." */
export function summary(
  compared: readonly { readonly id: string; readonly label: string }[],
  intersections: readonly Intersection[],
): string {
  if (compared.length === 2) {
    const parts = compared.map(({ id, label }, index) => {
      const only = intersections.find(({ coalitions }) => coalitions.length === 1 && coalitions[0] === id);
      const size = only === undefined ? { certain: 0, possible: 0 } : sizeOfIntersection(only);
      return `${inPassing(size)} ${index > 0 ? "" : size.certain === 1 ? "is " : "are "}only in ${label}`;
    });
    return `${capitalized(parts.join(", "))}.`;
  }
  const surely = (least: number, most: number) =>
    intersections
      .filter(({ coalitions: { length } }) => least <= length && length <= most)
      .reduce((sum, { certain }) => sum + certain.length, 0);
  const [one, several] = [surely(1, 1), surely(2, compared.length)];
  return `${one} ${one === 1 ? "is" : "are"} in just one of them, ${several} in two or more.`;
}

/** "9", "none (2 possibly)", "4 (and 1 possibly)". */
function inPassing({ certain, possible }: Count): string {
  const surely = certain === 0 ? "none" : String(certain);
  return possible === 0 ? surely : `${surely} (${certain === 0 ? "" : "and "}${possible} possibly)`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function whereAll(compared: number): string {
  return compared === 2 ? "in both" : `in all ${SMALL_NUMBERS[compared]}`;
}

/** "NATO, EU and G7". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function sizeOf(attendance: Attendance): Count {
  const certain = [...attendance.values()].filter((certainty) => certainty === "certain").length;
  return { certain, possible: attendance.size - certain };
}

export function sizeOfIntersection({ certain, possible }: Intersection): Count {
  return { certain: certain.length, possible: possible.length };
}
