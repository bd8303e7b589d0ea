/** Which page an address shows. */
import { readAddress } from "./address/address.ts";
import { useUrl } from "./address/navigation.ts";
import { LoadedPage } from "./loaded-page.tsx";
import { BadAddress } from "./shell/bad-address.tsx";
import { FaultBoundary } from "./shell/fault-boundary.tsx";
import { Shell } from "./shell/shell.tsx";

export function App() {
  const read = readAddress(useUrl());
  if ("faults" in read) return <BadAddress {...read} />;
  const { address, ignored } = read;
  return (
    <Shell address={address} ignored={ignored}>
      <FaultBoundary key={`${address.page}/${address.id}`}>
        <LoadedPage address={address} />
      </FaultBoundary>
    </Shell>
  );
}
