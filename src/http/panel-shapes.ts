/** The parameters and wire shapes of the panel. */

import { Type } from "typebox";
import { PANEL_RULES } from "../domain/panel.ts";
import { columnsOf } from "./columns.ts";
import { component, orNull, shape, word } from "./component.ts";
import { PANEL, PANEL_ROWS } from "./examples-over-time.ts";
import { COALITIONS } from "./id-lists.ts";
import { KNOWN, MEMBERS, PAGING, param, query } from "./parameters.ts";
import { withRows } from "./replies.ts";
import { CoalitionLabel, listOf, PartyLabel, RoleShape, StandingShape } from "./schemas.ts";

const STEPS = ["year", "month"] as const;
const LAYOUTS = ["long", "wide"] as const;

function year(description: string, example: number) {
  return Type.Optional(Type.Integer({ minimum: 1, maximum: 9999, description, examples: [example] }));
}

export const PANEL_QUERY = query({
  ...COALITIONS,
  from: year("The first year. 1945 if left out.", 2019),
  to: year("The last year, which is included. This one if left out.", 2021),
  step: param.word(STEPS, "The length of a period. `year` if left out.", "year"),
  rule: param.word(
    PANEL_RULES,
    "When a party is in: on the last day of the period (`dec31`, if left out), on its first (`jan1`), on `any` " +
      "day of it, or for what `share` of it.",
    "dec31",
  ),
  layout: param.word(
    LAYOUTS,
    "`long`: a row for each party, period and coalition (if left out); `wide`: coalitions as columns.",
    "long",
  ),
  ...MEMBERS,
  cow: param.flag("Also the code of the Correlates of War project, where the party has one.", true),
  ...KNOWN,
  ...PAGING,
});

const NUMBER = Type.Number({ minimum: 0, maximum: 1 });
const BEGIN = {
  party: PartyLabel,
  cowCode: Type.Optional(orNull(Type.Integer())),
  period: Type.String({ description: "A year or a month, like 2019 or 2019-03." }),
};
const CELL = { certain: NUMBER, possible: NUMBER };

export const LongRow = component(
  "PanelLongRow",
  shape(
    {
      ...BEGIN,
      coalition: CoalitionLabel,
      ...CELL,
      role: orNull(RoleShape),
      standing: orNull(StandingShape),
    },
    "A party in a period and a coalition; `role` and `standing` as on the last day asked on which it may be in.",
  ),
);

export const WideRow = component(
  "PanelWideRow",
  shape(
    {
      ...BEGIN,
      coalitions: Type.Unsafe<Record<string, { certain: number; possible: number }>>({
        type: "object",
        additionalProperties: shape(CELL),
        description: "By the id of the coalition.",
      }),
    },
    "A party in a period, in all the coalitions asked.",
  ),
);

const Row = component("PanelRow", Type.Union([LongRow, WideRow], { description: "As the layout has it." }));

const PanelShape = listOf(
  "Panel",
  Row,
  {
    from: Type.Integer(),
    to: Type.Integer(),
    step: word(STEPS),
    rule: word(PANEL_RULES),
    layout: word(LAYOUTS),
    coalitions: Type.Array(CoalitionLabel),
  },
  "Parties over periods in coalitions, by party, period and coalition.",
);

export const panelReplies = withRows(PanelShape, "A page of the panel.", PANEL, Row, PANEL_ROWS, {
  columns: columnsOf(LongRow),
});
