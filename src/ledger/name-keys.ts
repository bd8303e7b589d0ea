/** Names as they are compared: without case, accents, apostrophes and other signs, and with few abbreviations. */

const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ى: "ي",
  ة: "ه",
};
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  st: "saint",
  rep: "republic",
  dem: "democratic",
  fed: "federal",
  is: "islands",
  isl: "islands",
};
/** Words that people leave out or put in. */
const SMALL = new Set([
  "the",
  "of",
  "and",
  "for",
  "de",
  "la",
  "le",
  "les",
  "du",
  "des",
  "et",
  "el",
  "los",
  "las",
  "del",
  "y",
  "d",
  "l",
]);

export function nameKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþıىة]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`´ʼʻ.]/g, "")
    .replaceAll("+", " plus ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(" ");
}

/** The words of a key that say something, all of them where none does. */
export function wordsOf(key: string): readonly string[] {
  const words = key.split(" ");
  const telling = words.filter((word) => !SMALL.has(word));
  return telling.length > 0 ? telling : words;
}

/** The same for every order of the words. */
export function wordsKey(key: string): string {
  return [...wordsOf(key)].sort().join(" ");
}
