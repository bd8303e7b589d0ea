/** Gathers what is wrong with the seed's files, so that all of it is told at once, by file and line. */

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Said of files that do not say what they should: one `file:line: message` each. */
export class SeedFaults extends Error {
  override readonly name = "SeedFaults";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

/** Reading goes on after a fault: what a reader returns then is never used. */
export class FaultList {
  readonly #faults: (Place & { readonly message: string })[] = [];

  add({ file, line }: Place, message: string): void {
    this.#faults.push({ file, line, message });
  }

  throwIfAny(): void {
    if (this.#faults.length === 0) return;
    const order = this.#faults.toSorted((a, b) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    );
    throw new SeedFaults(order.map(({ file, line, message }) => `${file}:${line}: ${message}`));
  }
}
