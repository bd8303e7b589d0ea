/** How the service and its command line are built: into few files, since opening many takes half of a start. */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const SRC = fileURLToPath(new URL("src", import.meta.url));

/** A module finds files as from its own place in src/, though all of them come to stand side by side. */
const ownPlaces: Plugin = {
  name: "own-places",
  transform: {
    filter: { code: "import.meta.url" },
    handler: (code, id) => {
      const place = JSON.stringify(`../${relative(SRC, id)}`);
      return { code: code.replaceAll("import.meta.url", `new URL(${place}, import.meta.url)`), map: null };
    },
  },
};

export default defineConfig({
  publicDir: false,
  plugins: [ownPlaces],
  // Of many modules, of which few are used. All others stay packages.
  ssr: { noExternal: ["drizzle-orm", "commander", "csv-parse", "typebox"] },
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/service",
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: { accession: "src/cli/main.ts", "writer-thread": "src/storage/sqlite/writer-thread.ts" },
      output: { chunkFileNames: "[name]-[hash].js" },
    },
  },
});
