/** Small rules of the house that a reader would have to watch otherwise. */

const LONGEST_FILE = 300;
/** The one source file that nobody writes: `npm run client` does, and tests/client holds it to that. */
const GENERATED = "src/client/schema.ts";
const NAMES_WITHOUT_MEANING = /^(?:utils?|helpers?|common|types?)(?:\.|$)/;
/** An absolute path of somebody's machine, not the path part of an address. */
const MACHINE_PATH =
  /(?<![\w.~%}-])(?:\/(?:home|Users|root|tmp|mnt|var\/folders|work|workspaces?)\/|[A-Z]:\\Users\\)\w/;

export function tidinessFaults(files: ReadonlyMap<string, string>): string[] {
  if (files.size === 0) return ["no file was seen"];
  return [...files].flatMap(([path, text]) => [
    ...(path.startsWith("src/") ? sourceFaults(path, text) : []),
    ...path
      .split("/")
      .filter((name) => NAMES_WITHOUT_MEANING.test(name))
      .map((name) => `${path}: "${name}" says nothing about what is inside`),
    ...text
      .split("\n")
      .flatMap((line, index) =>
        MACHINE_PATH.test(line) ? [`${path}:${index + 1} holds a machine path`] : [],
      ),
    ...(path.startsWith("tests/explorer/") && /\bpage\.url\(\)/.test(text)
      ? [`${path} asks the driver for the address, which hears of it late: ask the page (address-bar.ts)`]
      : []),
    ...(/(?:^|\/)package-lock\.json$/.test(path) && /"resolved":\s*"https?:/.test(text)
      ? [`${path} is bound to one registry by "resolved"`]
      : []),
  ]);
}

function sourceFaults(path: string, text: string): string[] {
  const faults: string[] = [];
  const lines = text.trimEnd().split("\n").length;
  if (lines > LONGEST_FILE && path !== GENERATED)
    faults.push(`${path} has ${lines} lines, more than ${LONGEST_FILE}`);
  if (/\.(?:tsx?|css)$/.test(path) && !/^(?:#!.*\n)?\/[*/]/.test(text)) {
    faults.push(`${path} does not begin with a sentence that says what it is for`);
  }
  return faults;
}
