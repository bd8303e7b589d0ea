/** Takes the README apart: what a reader would run and what they are told they will see. */
import { parse } from "csv-parse/sync";

/** A command with the reply that the README shows for it. */
export interface Example {
  readonly command: string;
  readonly format: "json" | "csv";
  readonly shown: unknown;
}

const EXAMPLE = /```sh\n(curl [^\n]+)\n```\n```(json|csv)\n([\s\S]*?)\n```/g;

export function examples(markdown: string): Example[] {
  return [...markdown.matchAll(EXAMPLE)].map(([, command, format, text]) => ({
    command: command as string,
    format: format as Example["format"],
    shown: format === "csv" ? tableOf(text as string) : JSON.parse(text as string),
  }));
}

/** A CSV reply as its rows by column, so that a README may leave out columns and rows. */
export function tableOf(csv: string): unknown {
  return parse(csv, { columns: true });
}

const LINE =
  /^curl (?:-H 'Content-Type: (?<type>[^']+)' --data-binary \$'(?<body>[^']*)' )?'http:\/\/127\.0\.0\.1:3000(?<path>\/[^']*)'$/;

/** What a curl line asks for, and what it sends. */
export function requestOf(command: string): { path: string; type?: string; body?: string } {
  const { path, type, body } = LINE.exec(command)?.groups ?? {};
  if (path === undefined) throw new Error(`Not a line that can be run as it stands: ${command}`);
  return type === undefined || body === undefined
    ? { path }
    : { path, type, body: body.replaceAll("\\n", "\n") };
}

/** The TypeScript that the README shows, block by block. */
export function scripts(markdown: string): string[] {
  return [...markdown.matchAll(/```tsx?\n([\s\S]*?)\n```/g)].map(([, source]) => source as string);
}

/** What a script is said to print: the comment behind each `console.log`. */
export function printed(source: string): string[] {
  return [...source.matchAll(/console\.log\(.*\); \/\/ (.+)/g)].map(([, text]) => text as string);
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

/** What stands below a heading of the second rank, up to the next one. */
export function section(markdown: string, heading: string): string {
  const [, text] = markdown.split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`The README has no section "${heading}".`);
  return text.split("\n## ")[0] as string;
}

/** What a reader would paste into a shell, block by block. */
export function shellBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/```sh\n([\s\S]*?)\n```/g)].map(([, text]) => text as string);
}
