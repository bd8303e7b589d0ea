/** One bar of the memberships over time, and the patterns that it is filled with. */
import { ROLES, type Role } from "../../domain/declaration.ts";
import { barPieces, type Extent, type Piece, type TimeAxis } from "./bar-pieces.ts";

const HEIGHT = 14;
/** How far the arrow of what goes on stands out. */
const ARROW = 7;
const HATCHED = {
  width: 5,
  height: 5,
  patternUnits: "userSpaceOnUse",
  patternTransform: "rotate(45)",
} as const;

interface MembershipBarProps {
  readonly role: Role;
  readonly held: readonly Extent[];
  readonly suspended: readonly Extent[];
  readonly axis: TimeAxis;
  /** The id of the patterns. */
  readonly patterns: string;
}

export function MembershipBar({ role, held, suspended, axis, patterns }: MembershipBarProps) {
  const pieces = held.map((extent) => barPieces(extent, axis));
  return (
    <svg class="bar" data-role={role} aria-hidden="true" width={axis.width} height={HEIGHT}>
      {pieces.map(({ possible, certain, goesOn }, index) => (
        <g key={index}>
          {possible !== null && <Filled piece={possible} fill={`url(#${patterns}-maybe-${role})`} outlined />}
          {certain !== null && <Filled piece={certain} fill="currentColor" />}
          {goesOn && (
            <path
              class={certain === null ? "bar-arrow maybe" : "bar-arrow"}
              d={`M${axis.width} 0l${ARROW} ${HEIGHT / 2}l${-ARROW} ${HEIGHT / 2}z`}
            />
          )}
        </g>
      ))}
      <g class="bar-suspended">
        {suspended.map((extent, index) => {
          const { possible, certain } = barPieces(extent, axis);
          return (
            <g key={index}>
              {possible !== null && <Filled piece={possible} fill={`url(#${patterns}-maybe-suspended)`} />}
              {certain !== null && <Filled piece={certain} fill={`url(#${patterns}-suspended)`} />}
            </g>
          );
        })}
      </g>
    </svg>
  );
}

interface FilledProps {
  readonly piece: Piece;
  readonly fill: string;
  readonly outlined?: boolean;
}

function Filled({ piece: { x, width }, fill, outlined = false }: FilledProps) {
  const inset = outlined ? 0.5 : 0;
  return (
    <rect
      class={outlined ? "bar-outlined" : undefined}
      x={x + inset}
      y={inset}
      width={Math.max(width - 2 * inset, 0.5)}
      height={HEIGHT - 2 * inset}
      fill={fill}
    />
  );
}

/** Hatched is what is possible, dotted what is suspended; drawn once and named by every bar. */
export function BarPatterns({ id }: { readonly id: string }) {
  return (
    <svg class="bar-patterns" aria-hidden="true" width="0" height="0">
      <defs>
        {ROLES.map((role) => (
          <pattern key={role} id={`${id}-maybe-${role}`} {...HATCHED}>
            <rect class="bar" data-role={role} width="2" height="5" fill="currentColor" />
          </pattern>
        ))}
        <pattern id={`${id}-suspended`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect class="bar-suspended-ground" width="5" height="5" />
          <circle class="bar-dot" cx="2.5" cy="2.5" r="1.2" />
        </pattern>
        <pattern id={`${id}-maybe-suspended`} {...HATCHED}>
          <rect class="bar-suspended-ground" width="2" height="5" />
        </pattern>
      </defs>
    </svg>
  );
}
