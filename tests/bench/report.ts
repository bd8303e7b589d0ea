/** What is printed of a question: medians and spread, and the ratio that was reached beside its aim. */
import type { Ratio } from "./question.ts";
import { type Measured, median } from "./rounds.ts";

interface Verdict extends Ratio {
  readonly question: string;
  /** In the median of the rounds. */
  readonly reached: number;
  /** In the least and the most of them. */
  readonly least: number;
  readonly most: number;
  readonly met: boolean | null;
}

export function verdicts({ question, values }: Measured): Verdict[] {
  const valuesOf = (name: string) => {
    const measured = values.get(name);
    if (measured === undefined) throw new Error(`${question.name} measured no "${name}".`);
    return measured.map(({ value }) => value);
  };
  // Of each round by itself: from one to the next the machine is faster or slower for both.
  const ratios = (of: string, to: string) => {
    const beside = valuesOf(to);
    return valuesOf(of).map((value, round) => value / (beside[round] ?? Number.NaN));
  };
  return question.ratios.map(({ of, to, aim }) => {
    const all = to === "" ? valuesOf(of) : ratios(of, to);
    const [reached, least, most] = [median(all), Math.min(...all), Math.max(...all)];
    return { question: question.name, of, to, reached, least, most, aim, met: met(reached, aim) };
  });
}

function met(reached: number, aim: Ratio["aim"]): boolean | null {
  if (aim === null) return null;
  return "least" in aim ? reached >= aim.least : reached <= aim.most;
}

export function report(measured: Measured): string {
  const { question, values } = measured;
  const lines = [...values].map(([name, all]) => {
    const figures = all.map(({ value }) => value);
    const spread = (Math.max(...figures) - Math.min(...figures)) / median(figures);
    const { server, generator } = busy(all);
    const share = Number.isNaN(server)
      ? ""
      : `, server ${percent(server)} busy, generator ${percent(generator)}`;
    const told = `${figure(median(figures))} ${all[0]?.unit}`;
    return `    ${name.padEnd(32)}${told.padStart(12)}, spread ${percent(spread)}${share}`;
  });
  const reached = verdicts(measured).map(({ of, to, reached, least, most, aim, met }) => {
    const unit = values.get(of)?.[0]?.unit;
    const range = `(${least.toFixed(2)} to ${most.toFixed(2)})`;
    const what = to === "" ? `${figure(reached)} ${unit}` : `${reached.toFixed(2)} × ${to} ${range}`;
    const mark = met === null ? "" : met ? "  reached" : "  NOT REACHED";
    return `  ${of}: ${what}`.padEnd(64) + aimText(aim) + mark;
  });
  return [`${question.name}: ${question.title}`, ...lines, ...reached, ...limits(measured)].join("\n");
}

/** Says so where the generator, and not the server, may have been what limits. */
function limits({ values }: Measured): string[] {
  return [...values].flatMap(([name, all]) => {
    const { server, generator } = busy(all);
    return generator > server
      ? [`  beware: under "${name}" the generator was busier (${percent(generator)}) than the server`]
      : [];
  });
}

function busy(all: readonly { readonly raw: Readonly<Record<string, unknown>> }[]) {
  const of = (what: string) => median(all.map(({ raw }) => Number(raw[what] ?? Number.NaN)));
  return { server: of("serverBusy"), generator: of("generatorBusy") };
}

function aimText(aim: Ratio["aim"]): string {
  if (aim === null) return "no aim";
  return "least" in aim ? `aim ≥ ${aim.least}` : `aim ≤ ${aim.most}`;
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
