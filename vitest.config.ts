/** How the tests run: plain Node, one process a file, since the SQLite addon does not share one well. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    globals: false,
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 15_000,
    hookTimeout: 60_000,
    // A browser on a busy machine may need more than the second that is usual.
    expect: { poll: { timeout: 10_000 } },
  },
});
