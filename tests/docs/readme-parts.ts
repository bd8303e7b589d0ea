/** Takes the README apart: what a reader would run and what they are told they will see. */

/** A command with the reply that the README shows for it. */
export interface Example {
  readonly command: string;
  readonly shown: unknown;
}

const EXAMPLE = /```sh\n(curl [^\n]+)\n```\n```json\n([\s\S]*?)\n```/g;

export function examples(markdown: string): Example[] {
  return [...markdown.matchAll(EXAMPLE)].map(([, command, json]) => ({
    command: command as string,
    shown: JSON.parse(json as string),
  }));
}

/** The path that a curl line asks for. */
export function pathOf(command: string): string {
  const match = /^curl 'http:\/\/127\.0\.0\.1:3000(\/[^']*)'$/.exec(command);
  if (match === null) throw new Error(`Not a line that can be run as it stands: ${command}`);
  return match[1] as string;
}

/** The rows of the table whose first heading is `heading`, cells as text without backticks. */
export function table(markdown: string, heading: string): string[][] {
  const lines = markdown.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  if (start < 0) throw new Error(`The README has no table "${heading}".`);
  const end = lines.findIndex((line, i) => i > start && !line.startsWith("|"));
  return lines.slice(start + 2, end).map((line) =>
    line
      .slice(2, -2)
      .split(" | ")
      .map((cell) => cell.replace(/^`([^`]*)`$/, "$1")),
  );
}

/**
 * Where a reply does not show what the README shows, which may leave out fields and rows but change none.
 * @returns the path of the first difference; null where all that is shown is there, rows in their order.
 */
export function difference(shown: unknown, reply: unknown, path = "$"): string | null {
  if (Array.isArray(shown)) {
    if (!Array.isArray(reply)) return path;
    let next = 0;
    for (const [i, row] of shown.entries()) {
      const found = reply.findIndex((each, j) => j >= next && difference(row, each) === null);
      if (found < 0) return `${path}[${i}]`;
      next = found + 1;
    }
    return null;
  }
  if (shown === null || typeof shown !== "object") return Object.is(shown, reply) ? null : path;
  if (reply === null || typeof reply !== "object") return path;
  for (const [key, value] of Object.entries(shown)) {
    const found = difference(value, (reply as Record<string, unknown>)[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
