/** What a page tells the shell about itself: its name, its data, and the days that its slider spans. */
import { useEffect, useState } from "preact/hooks";
import type { Day } from "../../domain/day.ts";

/** An address of the service that the view is drawn from. */
export interface ViewData {
  /** What it holds, like "Spells": "Spells as JSON". */
  readonly label: string;
  readonly url: string;
  /** Whether it is a list, which comes as a table too. */
  readonly list: boolean;
}

export interface View {
  /** Of the browser's tab; the name of the site is put behind it. */
  readonly title: string;
  readonly data: readonly ViewData[];
  /** The days from the first to the last of the slider; null where the page has no day. */
  readonly span: { readonly from: Day; readonly to: Day } | null;
  /** The days on which something changes, in order: the slider steps from one to the next. */
  readonly edges: readonly Day[];
}

const NO_VIEW: View = { title: "", data: [], span: null, edges: [] };

let shown: View = NO_VIEW;
const listeners = new Set<() => void>();

/** Called by a page each time it is drawn. */
export function useView(view: View): void {
  const { title, data, span, edges } = view;
  const identity = JSON.stringify([title, data, span, edges.length, edges[0], edges.at(-1)]);
  // What is equal in content is the same view.
  useEffect(() => {
    shown = view;
    document.title = title === "" ? "Accession" : `${title} · Accession`;
    for (const listener of listeners) listener();
  }, [identity]);
}

/** For the shell: the view that the page last told. */
export function useShownView(): View {
  const [view, setView] = useState(shown);
  useEffect(() => {
    const follow = () => setView(shown);
    listeners.add(follow);
    follow();
    return () => {
      listeners.delete(follow);
    };
  }, []);
  return view;
}
