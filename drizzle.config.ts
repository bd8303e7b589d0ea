/** Where drizzle-kit finds the tables and writes the migrations. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: [
    "./src/storage/sqlite/ledger-tables.ts",
    "./src/storage/sqlite/projection-tables.ts",
    "./src/storage/sqlite/key-tables.ts",
  ],
  out: "./migrations",
});
