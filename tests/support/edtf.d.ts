/** What the tests use of the `edtf` package, which brings no types of its own. */
declare module "edtf" {
  interface Parsed {
    readonly type: string;
    /** Milliseconds since 1970 of the first and the last instant; an open end is infinite or null. */
    readonly min: number | null;
    readonly max: number | null;
  }
  /** @throws when the text is not EDTF. */
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default function edtf(text: string): Parsed;
}
