/** Says aloud, to those who do not see the page, what changed on it. */
import { useEffect, useState } from "preact/hooks";

let said: (text: string) => void = () => {};

/** Call it when something is settled, not on every step of a drag. */
export function announce(text: string): void {
  said(text);
}

export function Announcer() {
  const [text, setText] = useState("");
  useEffect(() => {
    said = setText;
    return () => {
      said = () => {};
    };
  }, []);
  return (
    <p class="unseen" role="status">
      {text}
    </p>
  );
}
