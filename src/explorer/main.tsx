/** Begins the explorer in the page. */
import { render } from "preact";
import { App } from "./app.tsx";
import { applyKeptTheme } from "./shell/theme.tsx";

applyKeptTheme();
const root = document.getElementById("explorer");
if (root !== null) render(<App />, root);
