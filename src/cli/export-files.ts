/** Files that appear in their folder together, when all of them are whole. */
import { once } from "node:events";
import { createWriteStream, mkdirSync, renameSync, rmSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";

export class TextFile {
  readonly #stream: WriteStream;
  #failed: Error | null = null;

  constructor(path: string) {
    this.#stream = createWriteStream(path);
    this.#stream.on("error", (error) => {
      this.#failed = error;
    });
  }

  /** Waits where the disk is slower. */
  async write(text: string): Promise<void> {
    if (this.#failed !== null) throw this.#failed;
    if (text !== "" && !this.#stream.write(text)) await once(this.#stream, "drain");
  }

  async end(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream);
  }
}

export class FolderOfFiles {
  readonly #folder: string;
  readonly #files = new Map<string, TextFile>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  open(name: string): TextFile {
    const file = new TextFile(this.#partial(name));
    this.#files.set(name, file);
    return file;
  }

  async finish(): Promise<void> {
    for (const file of this.#files.values()) await file.end();
    for (const name of this.#files.keys()) renameSync(this.#partial(name), join(this.#folder, name));
  }

  /** Takes away what did not become whole. */
  abort(): void {
    for (const name of this.#files.keys()) rmSync(this.#partial(name), { force: true });
  }

  #partial(name: string): string {
    return join(this.#folder, `${name}.partial`);
  }
}
