/** Pages come when they are first shown: who reads about one coalition need not load how five are compared. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Address, PageAddress } from "./address/address.ts";
import type { PageName } from "./address/pages.ts";

type PageComponent<P extends PageName> = ComponentType<{ readonly address: PageAddress<P> }>;

const LOADS: { readonly [P in PageName]: () => Promise<PageComponent<P>> } = {
  home: () => import("./pages/home/home-page.tsx").then(({ HomePage }) => HomePage),
  coalition: () => import("./pages/coalition/coalition-page.tsx").then(({ CoalitionPage }) => CoalitionPage),
  party: () => import("./pages/party/party-page.tsx").then(({ PartyPage }) => PartyPage),
  compare: () => import("./pages/compare/compare-page.tsx").then(({ ComparePage }) => ComparePage),
  declaration: () =>
    import("./pages/declaration/declaration-page.tsx").then(({ DeclarationPage }) => DeclarationPage),
};

type AnyPage = ComponentType<{ readonly address: Address }>;

const loaded = new Map<PageName, AnyPage>();

export function LoadedPage({ address }: { readonly address: Address }) {
  const { page } = address;
  const [failed, setFailed] = useState<PageName | null>(null);
  const [, redraw] = useState(0);
  useEffect(() => {
    if (loaded.has(page) || failed === page) return;
    LOADS[page]().then(
      (component) => {
        loaded.set(page, component as AnyPage);
        redraw((count) => count + 1);
      },
      () => setFailed(page),
    );
  }, [page, failed]);
  const Page = loaded.get(page);
  if (Page !== undefined) return <Page address={address} />;
  if (failed !== page) return <p class="awaited">Loading the page …</p>;
  return (
    <div class="notice failure" role="alert">
      <h1>The page could not be loaded</h1>
      <p>Its code did not arrive from {location.host}. Check that the service is running, then try again.</p>
      <button type="button" onClick={() => setFailed(null)}>
        Try again
      </button>
    </div>
  );
}
