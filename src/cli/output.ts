/** Where commands write: results to standard output, everything else to standard error. */

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2));
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Tells what takes time, to a terminal only. */
export function progress(line: string): void {
  if (process.stderr.isTTY) complain(line);
}

/** Columns that line up on a terminal; elsewhere one tab between cells, for other programs to cut. */
export function sayTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [header, ...rows];
  for (const line of process.stdout.isTTY ? aligned(all) : all.map((row) => row.join("\t"))) say(line);
}

export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** `3 entries`, `1 entry` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
