/** Signs for how a party stands in a coalition: told apart by form, so that the colour need not say it alone. */
import { STANDING_SIGNS, type StandingSign } from "./standing-on.ts";

const WORDS: Readonly<Record<StandingSign, string>> = {
  member: "Member",
  possible: "Possibly in",
  suspended: "Suspended",
  associate: "Associate",
  observer: "Observer",
  partner: "Partner",
  out: "Not in",
};

export function Sign({ of }: { readonly of: StandingSign }) {
  return (
    <svg class="sign" data-sign={of} aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16">
      <Form of={of} />
    </svg>
  );
}

function Form({ of }: { readonly of: StandingSign }) {
  switch (of) {
    case "member":
      return <circle r="6" />;
    case "possible":
      return (
        <>
          <circle r="5.5" />
          <path d="M-5 1L1-5M-3.8 3.8L3.8-3.8M-1 5L5-1" />
        </>
      );
    case "suspended":
      return (
        <>
          <circle r="6" />
          <path d="M-2-3v6M2-3v6" />
        </>
      );
    case "associate":
      return <path d="M0-7L7 0L0 7L-7 0z" />;
    case "observer":
      return <circle r="4.75" />;
    case "partner":
      return <path d="M0-6L6.5 5.5H-6.5z" />;
    case "out":
      return <path d="M-3 0h6" />;
  }
}

/** Only the signs that are there. */
export function SignLegend({ signs }: { readonly signs: ReadonlySet<StandingSign> }) {
  return (
    <ul class="legend">
      {STANDING_SIGNS.filter((sign) => signs.has(sign)).map((sign) => (
        <li key={sign}>
          <Sign of={sign} /> {WORDS[sign]}
        </li>
      ))}
    </ul>
  );
}
