/** The size of a coalition over its life at a glance, as large as a word. */
import { curvePaths, highestOf, type SizeStep, type Span, scalesOf, shownSteps } from "./curve-scales.ts";

interface SparklineProps extends Span {
  readonly steps: readonly SizeStep[];
  /** What the picture says, like "From 12 members in 1949 to 32 today". */
  readonly label: string;
}

const WIDTH = 120;
const HEIGHT = 32;

export function Sparkline({ steps, from, to, label }: SparklineProps) {
  const span = { from, to };
  const shown = shownSteps(steps, span);
  const scales = scalesOf(span, highestOf(shown), { left: 1, right: WIDTH - 1, top: 2, bottom: HEIGHT - 1 });
  const paths = curvePaths(shown, scales);
  return (
    <svg
      class="sparkline"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <path class="curve-under" d={paths.under} />
      {paths.possible !== "" && <path class="curve-possible" d={paths.possible} />}
      <path class="curve-certain" d={paths.certain} />
    </svg>
  );
}
