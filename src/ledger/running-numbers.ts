/** A list of numbers that mostly count on by one, as lines of a file do: it holds only where they do not. */

export class RunningNumbers {
  /** The places in the list at which a run begins, and the numbers that stand there. */
  readonly #places: number[] = [];
  readonly #numbers: number[] = [];
  #next = Number.NaN;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (number !== this.#next) {
      this.#places.push(this.#length);
      this.#numbers.push(number);
    }
    this.#next = number + 1;
    this.#length += 1;
  }

  at(place: number): number | null {
    if (place < 0 || place >= this.#length) return null;
    let [run, after] = [0, this.#places.length];
    while (after - run > 1) {
      const middle = (run + after) >> 1;
      if ((this.#places[middle] as number) <= place) run = middle;
      else after = middle;
    }
    return (this.#numbers[run] as number) + place - (this.#places[run] as number);
  }
}
