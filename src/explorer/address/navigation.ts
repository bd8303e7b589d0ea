/** Goes from view to view: the one place that touches the history of the browser. */
import { useEffect, useState } from "preact/hooks";
import { type Address, writeAddress } from "./address.ts";

/** Browsers stop taking entries that come faster than some 20 a second. */
const WRITE_EVERY_MS = 150;

let current = here();
let gliding = false;
let unwritten: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();

/** Goes to a view; the one before is one step back. */
export function visit(address: Address): void {
  settle();
  if (writeAddress(address) === current) return;
  show(address);
  history.pushState(null, "", current);
}

/** Goes to a view in place of this one. */
export function amend(address: Address): void {
  settle();
  show(address);
  history.replaceState(null, "", current);
}

/**
 * Moves along while something is dragged or played: the first move is a step in the history, and those that
 * follow take its place until `settle`.
 */
export function glide(address: Address): void {
  if (!gliding) {
    visit(address);
    gliding = true;
    return;
  }
  show(address);
  unwritten ??= setTimeout(write, WRITE_EVERY_MS);
}

/** Ends a glide: what was let go is what the history keeps. */
export function settle(): void {
  gliding = false;
  if (unwritten !== null) write();
}

/** The address as text, followed from now on. */
export function useUrl(): string {
  const [url, setUrl] = useState(current);
  useEffect(() => {
    const follow = () => setUrl(current);
    listeners.add(follow);
    follow();
    return () => {
      listeners.delete(follow);
    };
  }, []);
  return url;
}

function show(address: Address): void {
  current = writeAddress(address);
  for (const listener of listeners) listener();
}

function write(): void {
  if (unwritten !== null) clearTimeout(unwritten);
  unwritten = null;
  history.replaceState(null, "", current);
}

function here(): string {
  return `${location.pathname}${location.search}`;
}

addEventListener("popstate", () => {
  if (unwritten !== null) clearTimeout(unwritten);
  unwritten = null;
  gliding = false;
  current = here();
  for (const listener of listeners) listener();
});
