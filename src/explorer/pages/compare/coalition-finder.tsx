/** A search for a coalition to compare, by any name; without a text all of them are offered. */
import type { RefObject, TargetedKeyboardEvent } from "preact";
import { useId, useState } from "preact/hooks";
import type { CoalitionRow } from "./choice.ts";
import { matching } from "./coalition-search.ts";

interface CoalitionFinderProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly others: readonly CoalitionRow[];
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly take: (row: CoalitionRow) => void;
}

export function CoalitionFinder({ input, others, placeholder, disabled, take }: CoalitionFinderProps) {
  const list = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = matching(others, text);
  const shown = open && !disabled;
  const choose = (row: CoalitionRow) => {
    setText("");
    setActive(-1);
    setOpen(false);
    take(row);
  };
  const moveTo = (index: number) => {
    setOpen(true);
    setActive(index);
    document.getElementById(`${list}-${index}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const last = found.length - 1;
    if (event.key === "ArrowDown") moveTo(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") moveTo(active <= 0 ? last : active - 1);
    else if (event.key === "Escape") setOpen(false);
    else if (event.key === "Enter") {
      const row = found[active] ?? (text.trim() === "" ? undefined : found[0]);
      if (row !== undefined) choose(row);
    } else return;
    event.preventDefault();
  };
  return (
    <div class="finder">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Add a coalition"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        {...(active >= 0 && shown ? { "aria-activedescendant": `${list}-${active}` } : {})}
        placeholder={placeholder}
        disabled={disabled}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {/* The input keeps the focus and names the active option. */}
      <div id={list} class="found" role="listbox" aria-label="Coalitions" hidden={!shown}>
        {found.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div
            key={row.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the input loses the focus, which would close the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(row)}
          >
            <span class="name">{row.name}</span> <span class="aside">{asideOf(row)}</span>
          </div>
        ))}
      </div>
      {shown && found.length === 0 && (
        <p class="found empty">No coalition bears a name like “{text.trim()}”.</p>
      )}
    </div>
  );
}

function asideOf({ shortName, coverage }: CoalitionRow): string {
  return [shortName, coverage === "none" ? "no roster" : null].filter((each) => each !== null).join(" · ");
}
