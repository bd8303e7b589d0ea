/** What was declared, fact by fact. */
import type { ComponentChildren } from "preact";
import type { Schemas } from "../../../client/client.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { dateInWords, dayInWords } from "../../words/dates.ts";
import { DayLinks } from "./day-links.tsx";

type DateRow = Schemas["PartialDate"];

interface DeclaredFactsProps {
  readonly declaration: Schemas["DeclarationDetail"];
  readonly times: Times;
}

export function DeclaredFacts({ declaration, times }: DeclaredFactsProps) {
  const {
    declared,
    effective,
    role,
    predecessors,
    rescinds,
    supersedes,
    title,
    scope,
    confidence,
    note,
    ref,
  } = declaration;
  const link = (id: string, text: string) => <Link to={addressOf("declaration", id, times)}>{text}</Link>;
  return (
    <dl class="facts">
      <Fact term="Declared">{declared === null ? "The day is not said." : <Dated date={declared} />}</Fact>
      <Fact term="Effective">
        <Dated date={effective} />
      </Fact>
      <Fact term="See it">
        <DayLinks declaration={declaration} times={times} />
      </Fact>
      {title !== null && <Fact term="Title">{title}</Fact>}
      {role !== null && <Fact term="Role">{role}</Fact>}
      {predecessors.length > 0 && (
        <Fact term="Takes over from">
          {predecessors.map(({ id, name }) => (
            <Link key={id} to={addressOf("party", id, times)}>
              {name}
            </Link>
          ))}
        </Fact>
      )}
      {rescinds !== null && <Fact term="Takes back">{link(rescinds, "the declaration that it names")}</Fact>}
      {supersedes !== null && <Fact term="Supersedes">{link(supersedes, "the version before it")}</Fact>}
      {scope.length > 0 && <Fact term="Scope">{scope.join(", ")}</Fact>}
      {confidence !== null && <Fact term="Confidence">{confidence}</Fact>}
      {note !== null && <Fact term="Note">{note}</Fact>}
      {ref !== null && (
        <Fact term="Key of the recorder">
          <code>{ref}</code>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** In words; where it is no single day also the first and the last day that it may be, and how it was written. */
function Dated({ date }: { readonly date: DateRow }) {
  const { edtf, earliest, latest } = date;
  const words = dateInWords(date);
  if (edtf === earliest && edtf === latest) return <time dateTime={edtf}>{words}</time>;
  return (
    <>
      <span>{words}</span>
      <span class="aside">
        {earliest === null ? "no earliest day" : `at the earliest ${dayInWords(earliest)}`},{" "}
        {latest === null ? "no latest day" : `at the latest ${dayInWords(latest)}`} (<code>{edtf}</code>)
      </span>
    </>
  );
}
