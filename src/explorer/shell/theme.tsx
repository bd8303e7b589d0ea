/** Light or dark: as the system is set, unless the reader chose otherwise, which is kept. */
import { useState } from "preact/hooks";

type Theme = "light" | "dark";

const KEPT_AS = "theme";

/** To be called before anything is drawn. */
export function applyKeptTheme(): void {
  const kept = keptTheme();
  if (kept !== null) document.documentElement.dataset["theme"] = kept;
}

export function ThemeToggle() {
  const [theme, setTheme] = useState(shownTheme);
  const other = theme === "light" ? "dark" : "light";
  const toggle = () => {
    document.documentElement.dataset["theme"] = other;
    keep(other);
    setTheme(other);
  };
  return (
    <button type="button" class="theme-toggle" onClick={toggle} aria-label={`Use the ${other} theme`}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="2" />
        <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
      </svg>
    </button>
  );
}

function shownTheme(): Theme {
  return keptTheme() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/** Browsers can be set to keep nothing; then the choice holds until the page is left. */
function keptTheme(): Theme | null {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return kept === "light" || kept === "dark" ? kept : null;
  } catch {
    return null;
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(KEPT_AS, theme);
  } catch {}
}
