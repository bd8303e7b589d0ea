/** Tells how far long work has come: a bar where a terminal watches, a line now and then elsewhere. */

const WIDTH = 30;
/** Of a bar; a person sees no more. */
const EVERY_MS = 100;
/** Of lines, which a log keeps. */
const LINE_EVERY_MS = 5_000;

export class Progress {
  readonly #what: string;
  readonly #total: number;
  readonly #out: NodeJS.WriteStream;
  #told: number;
  #next: NodeJS.Timeout | undefined;
  #drawn = false;

  /** @param total of the same unit as what is done; 0 where it is not known. */
  constructor(what: string, total: number, out: NodeJS.WriteStream = process.stderr) {
    this.#what = what;
    this.#total = total;
    this.#out = out;
    this.#told = performance.now();
  }

  /**
   * What comes too soon is told when it is time, unless other comes before: the last step may be the longest.
   * @param detail what to say beside the bar.
   */
  at(done: number, detail: string): void {
    clearTimeout(this.#next);
    const wait = this.#told + (this.#out.isTTY ? EVERY_MS : LINE_EVERY_MS) - performance.now();
    if (wait <= 0) this.#tell(done, detail);
    else this.#next = setTimeout(() => this.#tell(done, detail), wait).unref();
  }

  #tell(done: number, detail: string): void {
    this.#told = performance.now();
    const share = this.#total === 0 ? null : Math.min(1, done / this.#total);
    if (!this.#out.isTTY) {
      const percent = share === null ? "" : ` ${Math.floor(100 * share)} %,`;
      this.#out.write(`${this.#what}:${percent} ${detail}\n`);
      return;
    }
    this.#drawn = true;
    const filled = Math.round(WIDTH * (share ?? 0));
    const bar = share === null ? "" : `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] `;
    this.#out.write(`\r\u001B[K${this.#what} ${bar}${detail}`);
  }

  /** Takes the bar away. */
  end(): void {
    clearTimeout(this.#next);
    if (this.#drawn) this.#out.write("\r\u001B[K");
    this.#drawn = false;
  }
}
