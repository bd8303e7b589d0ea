/** Names as they stand within a sentence: "the United Kingdom", "NATO", "the Arab League". */

/** Words with which a name is a description, and takes the article. */
const OF_PARTIES =
  /\b(?:Republic|Kingdom|States|Emirates|Union|Federation|Islands|Protectorate|Territory|Territories|Zone|Front|State|See|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Congo)\b/;
const OF_COALITIONS =
  /\b(?:League|Union|Nations|Organi[sz]ation|Community|Council|Court|Coalition|Command|command|Force|Movement|Group|Accords|Agreement|area|Area|Association|Dialogue|Commonwealth|Pact|Alliance|Treaty|Partnership)\b/;

/** "the United Kingdom", "France"; an unidentified party is said to be one. */
export function partyInSentence({ name, kind }: { readonly name: string; readonly kind: string }): string {
  if (kind === "unidentified") return `the ${name.replace(/^Unidentified/, "unidentified")}`;
  if (kind === "coalition") return coalitionInSentence(name);
  return OF_PARTIES.test(name) ? `the ${name}` : name;
}

/** "the Arab League", "BRICS", "Five Eyes". */
export function coalitionInSentence(name: string): string {
  return OF_COALITIONS.test(name) && !/^the /i.test(name) ? `the ${name}` : name;
}

/** With a capital, as it begins a sentence. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
