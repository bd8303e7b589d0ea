/** An address that cannot be shown: what is wrong with it, and a way on. */
import { useEffect } from "preact/hooks";
import { type Address, type AddressFault, addressOf } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Header } from "./header.tsx";

interface BadAddressProps {
  readonly faults: readonly AddressFault[];
  readonly repaired: Address | null;
}

export function BadAddress({ faults, repaired }: BadAddressProps) {
  useEffect(() => {
    document.title = "Wrong address · Accession";
  }, []);
  const home = addressOf("home", "", { on: null, known: null });
  return (
    <>
      <Header address={repaired ?? home} search />
      <main id="content" class="bad-address" tabIndex={-1}>
        <h1>This address cannot be shown</h1>
        <ul>
          {faults.map(({ name, text, detail }) => (
            <li key={name}>
              <code>{name === "path" ? text : `${name}=${text}`}</code> {detail}
            </li>
          ))}
        </ul>
        {repaired !== null && (
          <p>
            <Link to={repaired}>Show the page without {faults.length === 1 ? "it" : "them"}</Link>
          </p>
        )}
        <p>
          <Link to={home}>Go to all coalitions</Link>
        </p>
      </main>
    </>
  );
}
