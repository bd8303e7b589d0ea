/** One combination of coalitions: bar, dots, and the line that ties them. */
import type { Count } from "../../../domain/certainty.ts";
import { ROW, ROWS_FROM, type UpsetPlan } from "./upset-columns.ts";

interface UpsetColumnProps {
  readonly plan: UpsetPlan;
  /** Which coalitions are in it, in their order. */
  readonly dots: readonly boolean[];
  readonly size: Count;
  /** The size that the longest bar stands for. */
  readonly longest: number;
  readonly label: string;
  readonly pressed: boolean;
  readonly choose: () => void;
}

export function UpsetColumn({ plan, dots, size, longest, label, pressed, choose }: UpsetColumnProps) {
  const { column, top, bottom, height } = plan;
  const { certain, possible } = size;
  const high = (number: number) => ((bottom - top) * number) / longest;
  const [middle, bar] = [column / 2, Math.min(column - 6, 40)];
  const peak = bottom - high(certain + possible);
  const placeOf = (index: number) => ROWS_FROM + (index + 0.5) * ROW;
  const [first, last] = [dots.indexOf(true), dots.lastIndexOf(true)];
  return (
    <button type="button" class="upset-column" aria-pressed={pressed} title={label} onClick={choose}>
      <span class="unseen">{label}</span>
      <svg aria-hidden="true" width={column} height={height}>
        {possible > 0 && (
          <rect
            class="upset-possible"
            x={middle - bar / 2}
            y={peak}
            width={bar}
            height={Math.max(1, high(possible))}
          />
        )}
        <rect
          class="upset-certain"
          x={middle - bar / 2}
          y={bottom - high(certain)}
          width={bar}
          height={high(certain)}
        />
        <text class="upset-number" x={middle} y={peak - (possible > 0 ? 18 : 5)} text-anchor="middle">
          {certain}
        </text>
        {possible > 0 && (
          <text class="upset-doubt" x={middle} y={peak - 5} text-anchor="middle">
            +{possible}
          </text>
        )}
        {last > first && (
          <line class="upset-tie" x1={middle} x2={middle} y1={placeOf(first)} y2={placeOf(last)} />
        )}
        {dots.map((is, index) => (
          <circle key={index} class="upset-dot" data-in={is} cx={middle} cy={placeOf(index)} r="6" />
        ))}
      </svg>
    </button>
  );
}
