/**
 * A row of a roster as JSON, put together of what storage wrote: what `JSON.stringify` makes of `toSpell`, in a
 * fraction of the time. Words of the domain stand as they are; what people wrote is escaped.
 */
import type { Registry } from "../domain/registry.ts";
import type { RosterRow } from "../ledger/roster.ts";
import type { WrittenSpell } from "../ledger/written-spell.ts";
import { toCoalitionLabel, toPartyLabel } from "./schemas.ts";
import { toClaimedOrdinal, toPending } from "./spell.ts";

export function spellText(registry: Registry, row: RosterRow<WrittenSpell>): string {
  const { spell, certainty, ordinal, claimedOrdinals, pending, alternatives } = row;
  const { role, standing, times, confidence, grounds } = spell;
  const { coalitions, parties } = labelsOf(registry);
  const place = ordinal === null ? "null" : `{"earliest":${ordinal.earliest},"latest":${ordinal.latest}}`;
  return (
    `{"coalition":${coalitions(spell.coalition)},"party":${parties(spell.party)},"role":"${role}",` +
    `"standing":"${standing}","certainty":"${certainty}",${times},"ordinal":${place},` +
    `"claimedOrdinals":${listText(claimedOrdinals, toClaimedOrdinal)},"confidence":${wordText(confidence)},` +
    `"pending":${listText(pending, toPending)},"alternatives":${alternativesText(alternatives)},` +
    `"declarations":${grounds}}`
  );
}

function alternativesText(spells: readonly WrittenSpell[]): string {
  const texts = spells.map(
    ({ role, standing, times, confidence, grounds }) =>
      `{"role":"${role}","standing":"${standing}",${times},"confidence":${wordText(confidence)},"declarations":${grounds}}`,
  );
  return `[${texts.join()}]`;
}

function wordText(word: string | null): string {
  return word === null ? "null" : `"${word}"`;
}

function listText<T>(items: readonly T[], toReply: (item: T) => unknown): string {
  return items.length === 0 ? "[]" : JSON.stringify(items.map(toReply));
}

interface Labels {
  readonly coalitions: (id: string) => string;
  readonly parties: (id: string) => string;
}

/** A registry that answers questions is never edited, so its labels stay right. */
const written = new WeakMap<Registry, Labels>();

function labelsOf(registry: Registry): Labels {
  const found = written.get(registry);
  if (found !== undefined) return found;
  const labels = {
    coalitions: once((id) => JSON.stringify(toCoalitionLabel(registry, id))),
    parties: once((id) => JSON.stringify(toPartyLabel(registry, id))),
  };
  written.set(registry, labels);
  return labels;
}

/** The same text for the same id, made once. */
function once(write: (id: string) => string): (id: string) => string {
  const texts = new Map<string, string>();
  return (id) => {
    const found = texts.get(id);
    if (found !== undefined) return found;
    const text = write(id);
    texts.set(id, text);
    return text;
  };
}
