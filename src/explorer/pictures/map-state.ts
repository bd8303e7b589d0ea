/** What a country may be on the map, and how the legend says it. */

/** In the order of the legend. A country that is not named is `out`. */
export const MAP_STATES = [
  "certain",
  "possible",
  "suspended",
  "observer",
  "associate",
  "out",
  "no-data",
] as const;
export type MapState = (typeof MAP_STATES)[number];

export const MAP_STATE_WORDS: Readonly<Record<MapState, string>> = {
  certain: "Member",
  possible: "Possibly a member",
  suspended: "Suspended member",
  observer: "Observer",
  associate: "Associate or partner",
  out: "Not in",
  "no-data": "No roster here",
};
