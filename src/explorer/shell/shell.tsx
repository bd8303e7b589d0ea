/** What stands around every page: head, the two times, the page itself, and its data. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Address } from "../address/address.ts";
import { useAnythingOutdated } from "../answers/outdated.ts";
import { Announcer } from "./announcer.tsx";
import { DataLinks } from "./data-links.tsx";
import { DaySlider } from "./day-slider.tsx";
import { Header } from "./header.tsx";
import { KnownSlider } from "./known-slider.tsx";
import { PastNotice } from "./past-notice.tsx";
import { useShownView } from "./view.ts";

interface ShellProps {
  readonly address: Address;
  /** Names in the address that no page knows. */
  readonly ignored: readonly string[];
  readonly children: ComponentChildren;
}

export function Shell({ address, ignored, children }: ShellProps) {
  const { data, span, edges } = useShownView();
  const outdated = useAnythingOutdated();
  const content = useRef<HTMLElement>(null);
  const first = useRef(true);
  // Another page is read from its beginning.
  useEffect(() => {
    if (!first.current) content.current?.focus({ preventScroll: true });
    first.current = false;
  }, [address.page, address.id]);
  return (
    <>
      <Header address={address} search={address.page !== "home"} />
      <section class="times" aria-label="Day and state of the ledger">
        {span !== null && <DaySlider address={address} span={span} edges={edges} />}
        <KnownSlider address={address} />
      </section>
      <main id="content" tabIndex={-1} ref={content} aria-busy={outdated}>
        {ignored.length > 0 && (
          <p class="notice">
            The address says something that this page does not know: {ignored.join(", ")}. It was left out.
          </p>
        )}
        <PastNotice address={address} />
        {children}
      </main>
      <footer class="site-foot">
        <DataLinks data={data} />
        <p>
          Sources declare dated acts; memberships are derived from them. <a href="/docs">API documentation</a>
          . Compiled data under CC BY 4.0, code under MIT.
        </p>
      </footer>
      <Announcer />
    </>
  );
}
