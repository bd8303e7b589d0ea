/** Finds parties and coalitions by any name that they bear or bore, as one types. */
import type { TargetedKeyboardEvent } from "preact";
import { useId, useState } from "preact/hooks";
import type { Schemas } from "../../client/client.ts";
import type { Address, Times } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { visit } from "../address/navigation.ts";
import { partyAddress } from "../address/party-address.ts";
import { question } from "../answers/question.ts";
import { useAnswer } from "../answers/use-answer.ts";
import { useDelayed } from "./use-delayed.ts";

type Found = Schemas["Found"];

const MOST_SHOWN = 8;
const LONGEST = 200;

export function Search({ times, large = false }: { readonly times: Times; readonly large?: boolean }) {
  const list = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const sought = useDelayed(text.trim());
  const { value, failure } = useAnswer(
    sought === ""
      ? null
      : question("/v1/search", { query: { q: sought, limit: MOST_SHOWN, known: times.known ?? undefined } }),
  );
  const found = text.trim() === "" ? [] : (value?.items ?? []);
  const go = (to: Address) => {
    setText("");
    setOpen(false);
    visit(to);
    scrollTo(0, 0);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const last = found.length - 1;
    if (event.key === "ArrowDown") setActive(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") setActive(active <= 0 ? last : active - 1);
    else if (event.key === "Escape") setOpen(false);
    else if (event.key === "Enter") {
      const chosen = found[Math.max(active, 0)];
      if (chosen !== undefined) go(partyAddress(chosen, times));
    } else return;
    event.preventDefault();
  };
  const shown = open && text.trim() !== "";
  return (
    <search class={large ? "search large" : "search"}>
      <input
        type="text"
        role="combobox"
        aria-label="Search countries, coalitions and other parties"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        {...(active >= 0 && shown ? { "aria-activedescendant": `${list}-${active}` } : {})}
        placeholder={large ? "Country, coalition, former name" : "Search"}
        autocomplete="off"
        spellcheck={false}
        maxLength={LONGEST}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {/* The input keeps the focus and names the active option. */}
      <div id={list} class="found" role="listbox" aria-label="Found" hidden={!shown}>
        {found.map((each, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div
            key={each.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the input loses the focus, which would close the list.
            onPointerDown={(event) => event.preventDefault()}
          >
            <Link to={partyAddress(each, times)}>
              <span class="name">{each.name}</span> <span class="aside">{asideOf(each)}</span>
            </Link>
          </div>
        ))}
      </div>
      {shown && sought !== "" && value !== null && found.length === 0 && (
        <p class="found empty">Nothing bears a name like “{sought}”.</p>
      )}
      {shown && failure !== null && <p class="found empty">The search got no answer.</p>}
    </search>
  );
}

function asideOf({ name, kind, matched }: Found): string {
  if (matched.name === name) return kind;
  return `${matched.former ? "formerly " : ""}${matched.name}`;
}
