/** How the explorer is built: into hashed files that the service hands out as they are. */
import { defineConfig } from "vite";
import { compressedPlugin } from "./src/explorer/build/compressed-plugin.ts";
import { worldMapPlugin } from "./src/explorer/build/world-map-plugin.ts";

/** Where `npm start` serves: the pages of the development server ask it. */
const SERVICE = `http://127.0.0.1:${process.env["PORT"] ?? 3000}`;

export default defineConfig({
  root: "src/explorer",
  publicDir: false,
  plugins: [worldMapPlugin(), compressedPlugin()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../../dist/explorer",
    emptyOutDir: true,
    // The policy of the pages lets nothing in that is not a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: "127.0.0.1",
    proxy: Object.fromEntries(["/v1", "/docs", "/openapi.json", "/problems"].map((path) => [path, SERVICE])),
  },
});
