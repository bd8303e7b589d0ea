/** A link to a page of somebody else: a source, a website. */

interface ExternalLinkProps {
  readonly url: string;
  readonly text: string;
}

/** An address that is not of the web is shown, and leads nowhere. */
export function ExternalLink({ url, text }: ExternalLinkProps) {
  if (!/^https?:\/\//i.test(url)) return <>{text}</>;
  return (
    <a href={url} rel="external noopener noreferrer">
      {text}
    </a>
  );
}
