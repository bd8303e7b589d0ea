/** A link to a view: a true address, so that it can be opened elsewhere, copied and bookmarked. */
import type { ComponentChildren, TargetedMouseEvent } from "preact";
import { type Address, writeAddress } from "./address.ts";
import { visit } from "./navigation.ts";

interface LinkProps {
  readonly to: Address;
  readonly class?: string;
  /** What it means for the reader where it stands, like `page` for the view that is shown. */
  readonly "aria-current"?: "page" | "true";
  readonly "aria-label"?: string;
  /** Where another part of the same page changes, the reader stays at this one. */
  readonly stay?: boolean;
  readonly children: ComponentChildren;
}

export function Link({ to, children, stay = false, ...rest }: LinkProps) {
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    visit(to);
    if (!stay) scrollTo(0, 0);
  };
  return (
    <a href={writeAddress(to)} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
