/** The slider of `known`: the state of the ledger that a page tells of, one step a revision. */
import { type Address, changed } from "../address/address.ts";
import { glide, settle } from "../address/navigation.ts";
import { instantInWords } from "../words/dates.ts";
import { type Revision, revisionAt, useRevisions } from "./revisions.ts";

export function KnownSlider({ address }: { readonly address: Address }) {
  const revisions = useRevisions();
  if (revisions === null) return <p class="known-slider" />;
  const newest = revisions.at(-1);
  if (newest === undefined) return <p class="known-slider">The ledger is empty.</p>;
  if (revisions.length === 1) {
    return (
      <p class="known-slider">The ledger has one state, recorded on {instantInWords(newest.recordedAt)}.</p>
    );
  }
  return <Slider address={address} revisions={revisions} newest={newest} />;
}

interface SliderProps {
  readonly address: Address;
  readonly revisions: readonly Revision[];
  readonly newest: Revision;
}

function Slider({ address, revisions, newest }: SliderProps) {
  const last = revisions.length - 1;
  const shown = revisionAt(address.known, revisions) ?? newest;
  const place = revisions.indexOf(shown);
  const at = (index: number) => {
    const known = index >= last ? null : String(revisions[index]?.revision);
    return changed(address as never, { known }) as Address;
  };
  const when = instantInWords(shown.recordedAt);
  return (
    <label class="known-slider">
      <span class="shown">
        As known on <strong>{when}</strong>
        <span class="aside">{place === last ? ", newest" : `, ${place + 1} of ${revisions.length}`}</span>
      </span>
      <input
        type="range"
        aria-label="As known on"
        aria-valuetext={`${when}: revision ${shown.revision} of ${newest.revision}`}
        min={0}
        max={last}
        step={1}
        value={place}
        onInput={(event) => glide(at(event.currentTarget.valueAsNumber))}
        onPointerUp={settle}
        onPointerCancel={settle}
        onBlur={settle}
      />
    </label>
  );
}
