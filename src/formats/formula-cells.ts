/** Cells that a spreadsheet would run as a formula, defused by a leading apostrophe, and that undone. */

const RUNS = /^'*[=+\-@\t\r]/;
const DEFUSED = /^'+[=+\-@\t\r]/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Text that is a number stays as it is. Text that already has an apostrophe before such a sign gets another
 * one, so that undoing never takes away what was there.
 */
export function defused(text: string): string {
  return RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text that was defused. */
export function undefused(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}
