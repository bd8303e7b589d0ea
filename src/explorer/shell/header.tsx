/** The head of every page: where one is, where one can go, and the search. */
import { type Address, addressOf } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Search } from "./search.tsx";
import { ThemeToggle } from "./theme.tsx";

interface HeaderProps {
  readonly address: Address;
  /** Where the page itself has none. */
  readonly search: boolean;
}

export function Header({ address, search }: HeaderProps) {
  const { page, on, known } = address;
  const times = { on, known };
  const current = (of: Address["page"]) => (page === of ? ({ "aria-current": "page" } as const) : {});
  return (
    <header class="site-head">
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <Link to={addressOf("home", "", times)} class="brand" {...current("home")}>
        Accession
      </Link>
      <nav aria-label="Site">
        <Link to={addressOf("compare", "", times)} {...current("compare")}>
          Compare
        </Link>
        <a href="/docs">API</a>
      </nav>
      {search && <Search times={times} />}
      <ThemeToggle />
    </header>
  );
}
