/** Where things stand in the picture of intersections, in pixels. */

export interface UpsetPlan {
  /** The width of what stands beside the rows of dots: names and sizes. */
  readonly names: number;
  readonly column: number;
  /** The upper and the lower end of the longest bar. */
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

const NARROW = 620;
const [LEAST_COLUMN, MOST_COLUMN] = [26, 110];
const [TOP, BAR, GAP] = [34, 150, 12];

/** Of the row of one coalition. */
export const ROW = 36;

/**
 * @param width of the whole picture; columns that find no room in it scroll.
 * @param columns how many combinations there are.
 * @param rows how many coalitions.
 */
export function upsetPlan(width: number, columns: number, rows: number): UpsetPlan {
  const names = width < NARROW ? 116 : 250;
  const share = Math.floor((width - names) / Math.max(1, columns));
  const column = Math.max(LEAST_COLUMN, Math.min(MOST_COLUMN, share));
  return { names, column, top: TOP, bottom: TOP + BAR, height: TOP + BAR + GAP + rows * ROW };
}

/** Where the rows of dots begin. */
export const ROWS_FROM = TOP + BAR + GAP;
