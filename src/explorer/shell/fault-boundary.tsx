/** Keeps a fault in one page from taking the whole explorer with it. */
import { Component, type ComponentChildren } from "preact";

interface FaultBoundaryProps {
  readonly children: ComponentChildren;
}

export class FaultBoundary extends Component<FaultBoundaryProps, { fault: Error | null }> {
  override state = { fault: null as Error | null };

  override componentDidCatch(fault: Error): void {
    this.setState({ fault });
  }

  render({ children }: FaultBoundaryProps, { fault }: { fault: Error | null }) {
    if (fault === null) return children;
    return (
      <div class="notice failure" role="alert">
        <h1>This page has a fault</h1>
        <p>It could not be drawn: {fault.message}</p>
        <button type="button" onClick={() => this.setState({ fault: null })}>
          Draw it again
        </button>
      </div>
    );
  }
}
