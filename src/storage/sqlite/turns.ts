/** Whose turn it is to write: a bulk write has the writer for itself, and all others wait until it ends. */

export class Turns {
  readonly #tell: () => void;
  #ended: Promise<void> | null = null;

  /** `tell` is called whenever a write has ended. */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** Waits while a bulk write is open. Those that wait go on in the order in which they came. */
  async together<T>(write: () => Promise<T>): Promise<T> {
    while (this.#ended !== null) await this.#ended;
    try {
      return await write();
    } finally {
      this.#tell();
    }
  }

  /** @returns what ends the turn. */
  async alone(): Promise<() => void> {
    while (this.#ended !== null) await this.#ended;
    const { promise, resolve } = withResolvers();
    this.#ended = promise;
    return () => {
      if (this.#ended === promise) this.#ended = null;
      this.#tell();
      resolve();
    };
  }
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
