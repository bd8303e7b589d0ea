/** Words beside a place in a picture, on the side where there is room. */

interface TipProps {
  /** Where the place is, as parts of the width and the height; beyond 0 and 1 where it is not in view. */
  readonly left: number;
  readonly top: number;
  readonly text: string;
}

export function Tip({ left, top, text }: TipProps) {
  const [x, y] = [inside(left), inside(top)];
  return (
    <span
      class="tip"
      aria-hidden="true"
      data-across={x < 0.3 ? "right" : x > 0.7 ? "left" : "middle"}
      data-along={y < 0.35 ? "below" : "above"}
      style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
    >
      {text}
    </span>
  );
}

function inside(part: number): number {
  return Math.min(Math.max(part, 0), 1);
}
