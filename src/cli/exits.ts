/** How a command ends: what went wrong becomes an exit code and a sentence. */
import { CommanderError } from "commander";
import { CannotServe } from "../cannot-serve.ts";
import { BadSettings } from "../config.ts";
import { SeedFaults } from "../formats/seed-faults.ts";
import { SeedRefused } from "../seeding.ts";
import { UnusableDatabase } from "../storage/sqlite/migrations.ts";

const DONE = 0;
/** Understood, and not done: refused, or found wrong. */
const REFUSED = 1;
const WRONG_USAGE = 2;
/** A fault of the program itself (EX_SOFTWARE of sysexits). */
const FAULT = 70;

/** Said of arguments that cannot be meant; the message tells what would be right. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

/** Said where a command will not do what was asked. */
export class Refused extends Error {
  override readonly name = "Refused";
}

export interface Exit {
  readonly code: number;
  /** Null where everything has been said. */
  readonly message: string | null;
}

const REFUSALS = [Refused, SeedRefused, SeedFaults, CannotServe, UnusableDatabase];

export function exitOf(error: unknown): Exit {
  if (error instanceof CommanderError) {
    return { code: error.exitCode === 0 ? DONE : WRONG_USAGE, message: null };
  }
  if (!(error instanceof Error)) return { code: FAULT, message: String(error) };
  if (error instanceof WrongUsage || error instanceof BadSettings) {
    return { code: WRONG_USAGE, message: error.message };
  }
  if (REFUSALS.some((refusal) => error instanceof refusal)) return { code: REFUSED, message: error.message };
  const { code } = error as { code?: unknown };
  if (code === "SQLITE_NOTADB" || code === "SQLITE_CANTOPEN") {
    return { code: REFUSED, message: `The database cannot be opened: ${error.message}.` };
  }
  return { code: FAULT, message: `A fault of the program: ${error.stack ?? error.message}` };
}
