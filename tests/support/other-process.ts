/** Another process that writes to the same database file, one command at a time, as the command line does. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Command, Outcome } from "../../src/ledger/command.ts";

const STORE = fileURLToPath(new URL("../../src/storage/sqlite/open.ts", import.meta.url));
const PROGRAM = `
  import { createInterface } from "node:readline";
  const { openStore } = await import(process.argv[1]);
  const store = await openStore({ file: process.argv[2], writer: "here" });
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await store.append(JSON.parse(line))) + "\\n");
  }
  await store.close();
`;

export interface OtherProcess {
  readonly append: (command: Command) => Promise<Outcome>;
  readonly close: () => void;
}

export function otherProcess(file: string): OtherProcess {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", PROGRAM, STORE, file],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    append: async (command) => {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { value, done } = await answers.next();
      if (done === true) throw new Error("The other process ended.");
      return JSON.parse(value) as Outcome;
    },
    close: () => child.stdin.end(),
  };
}
