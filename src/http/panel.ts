/** The panel: party by period by coalition, for statistics. */
import type { Static } from "typebox";
import { ROLES } from "../domain/declaration.ts";
import { type PanelCell, type PanelRow, periodsOver } from "../domain/panel.ts";
import { months, years } from "../domain/period.ts";
import type { Registry } from "../domain/registry.ts";
import type { Pages } from "../formats/chunks.ts";
import { ndjsonPages } from "../formats/ndjson.ts";
import { longHeader, longLines, type PanelParty, wideHeader, wideLines } from "../formats/panel-csv.ts";
import { cowCode } from "../ledger/cow-codes.ts";
import { Panel } from "../ledger/panel.ts";
import type { Page, Paged } from "../ledger/store.ts";
import { answer, onItsDay } from "./answer.ts";
import type { App } from "./app.ts";
import { LIST_FORMATS } from "./format.ts";
import { rostersAt } from "./id-lists.ts";
import { framed, streamedAs } from "./listing.ts";
import { type LongRow, PANEL_QUERY, panelReplies, type WideRow } from "./panel-shapes.ts";
import { onlyRole } from "./parameters.ts";
import { parameterProblem } from "./problem.ts";
import { registryOf } from "./reading.ts";
import { toCoalitionLabel, toPartyLabel } from "./schemas.ts";
import type { Service } from "./service.ts";

const FIRST_YEAR = 1945;
const MOST_YEARS = 500;
const COW = "cow_code";

export function panelRoutes(app: App, service: Service): void {
  app.get(
    "/v1/panel",
    {
      schema: {
        operationId: "getPanel",
        tags: ["sets"],
        summary: "Party by year (or month) by coalition",
        description:
          "Every country in the years in which it existed (and those in which it was in all the same), and every " +
          "other party that ever was in one of the coalitions. `certain` and `possible` are 1 or 0; under " +
          "`rule=share` the lowest and the highest fraction of the period. Under `dec31` there is no period that " +
          "ends in the future.",
        querystring: PANEL_QUERY,
        response: panelReplies,
      },
    },
    (request, reply) =>
      // Which periods there are depends on the day, so the answer is known by it.
      answer(service, request, reply, "today", LIST_FORMATS, async (dated, format) => {
        const { on: today, ...timeless } = onItsDay(dated);
        const question = { ...timeless, on: null };
        const {
          step = "year",
          rule = "dec31",
          layout = "long",
          role = "member",
          cow = false,
        } = request.query;
        const [from, to] = yearsOf(request.query, Number(today.slice(0, 4)));
        const periods = periodsOver(step === "year" ? years(from, to) : months(from, to), rule, today);
        const registry = await registryOf(service, question);
        const coalitions = rostersAt(registry, request.query.coalitions, "coalitions");
        const roles = onlyRole(role).roles ?? ROLES;
        const asked = { known: question.revision, coalitions, roles, periods, rule };
        const panel = new Panel(service.store, registry, asked);
        const rows = new Rows(registry, coalitions, { layout, cow });
        if (format === "json") {
          const labels = coalitions.map((id) => toCoalitionLabel(registry, id));
          return framed(request, dated, {
            beside: { from, to, step, rule, layout, coalitions: labels },
            rows: (page) => rows.page(panel, page),
          });
        }
        return streamedAs(request, reply, question, format, {
          csv: () => rows.csv(panel),
          ndjson: () => ndjsonPages(rows.pages(panel)),
        });
      }),
  );
}

function yearsOf({ from, to }: { from?: number; to?: number }, thisYear: number): [number, number] {
  const [first, last] = [
    from ?? Math.min(FIRST_YEAR, to ?? FIRST_YEAR),
    to ?? Math.max(thisYear, from ?? thisYear),
  ];
  const fault = (code: string, detail: string) => parameterProblem({ code, detail, parameter: "to" });
  if (last < first) throw fault("empty-interval", `"to" is ${last}, before "from", which is ${first}.`);
  if (last - first >= MOST_YEARS) {
    throw fault("out-of-range", `From ${first} to ${last} is more than ${MOST_YEARS} years: ask for fewer.`);
  }
  return [first, last];
}

/** The rows of a panel as they are written. */
class Rows {
  readonly #registry: Registry;
  readonly #coalitions: readonly Static<typeof LongRow>["coalition"][];
  readonly #layout: "long" | "wide";
  readonly #cow: boolean;

  constructor(
    registry: Registry,
    coalitions: readonly string[],
    { layout, cow }: { readonly layout: "long" | "wide"; readonly cow: boolean },
  ) {
    this.#registry = registry;
    this.#coalitions = coalitions.map((id) => toCoalitionLabel(registry, id));
    this.#layout = layout;
    this.#cow = cow;
  }

  /** In the long layout a row of the panel is as many rows as there are coalitions. */
  async page(panel: Panel, { offset, limit }: Page): Promise<Paged<unknown>> {
    const width = this.#layout === "wide" ? 1 : this.#coalitions.length;
    if (width === 0) return { items: [], total: 0 };
    const first = Math.floor(offset / width);
    const last = Math.ceil((offset + limit) / width);
    const { items, total } = await panel.page({ offset: first, limit: last - first });
    const written = items.flatMap(({ party, row }) => this.#written(party, row));
    const skipped = offset - first * width;
    return { items: written.slice(skipped, skipped + limit), total: total * width };
  }

  async *pages(panel: Panel): AsyncGenerator<Iterable<unknown>> {
    for await (const { party, rows } of panel.parties()) yield this.#all(party, rows);
  }

  async *csv(panel: Panel): Pages<string> & AsyncGenerator<Iterable<string>> {
    const more = this.#cow ? COW : null;
    const long = this.#layout === "long";
    yield [long ? longHeader(more) : wideHeader(this.#coalitions, more)];
    for await (const { party, rows } of panel.parties()) {
      const label = this.#party(party);
      yield long ? longLines(label, this.#coalitions, rows) : wideLines(label, rows);
    }
  }

  #party(id: string): PanelParty {
    const label = toPartyLabel(this.#registry, id);
    return this.#cow ? { ...label, more: (period) => cowCode(id, Number(period.slice(0, 4))) } : label;
  }

  *#all(party: string, rows: Iterable<PanelRow>): Generator<unknown> {
    for (const row of rows) yield* this.#written(party, row);
  }

  #written(party: string, { period, cells }: PanelRow): readonly unknown[] {
    const begin = {
      party: toPartyLabel(this.#registry, party),
      ...(this.#cow ? { cowCode: cowCode(party, Number(period.label.slice(0, 4))) } : {}),
      period: period.label,
    };
    if (this.#layout === "wide")
      return [{ ...begin, coalitions: this.#wide(cells) }] satisfies Static<typeof WideRow>[];
    return cells.map((cell, place): Static<typeof LongRow> => {
      const { certain, possible, role, standing } = cell;
      const coalition = this.#coalitions[place] as Static<typeof LongRow>["coalition"];
      return { ...begin, coalition, certain, possible, role, standing };
    });
  }

  #wide(cells: readonly PanelCell[]): Static<typeof WideRow>["coalitions"] {
    return Object.fromEntries(
      cells.map(({ certain, possible }, place) => [this.#coalitions[place]?.id ?? "", { certain, possible }]),
    );
  }
}
