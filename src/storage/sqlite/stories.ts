/** Tells all that the ledger ever took in about one coalition, so that it can be derived at any revision. */
import type { Coalition } from "../../domain/coalition.ts";
import type { CoalitionFacts } from "../../domain/derivation.ts";
import type { Lifetime, PartyKind } from "../../domain/party.ts";
import { type Lines, rescindingWhatStands, standingOf } from "../../domain/supersession.ts";
import type { Story } from "../../ledger/rebuild.ts";
import { Claims } from "./claims.ts";
import type { Connection } from "./connection.ts";
import { DeclarationRows } from "./declaration-rows.ts";

/** What became of a declaration, whatever its coalition. */
interface Life {
  readonly revision: number;
  readonly supersedes: string | null;
  readonly successor: string | null;
  readonly retracted: number | null;
}

/** A state of something, from a revision on. */
interface Since {
  readonly revision: number;
}

type PartySince = Since & Lifetime & { readonly id: string; readonly kind: PartyKind };

const LIFE = `
  SELECT d.revision, d.supersedes, newer.id AS successor, r.revision AS retracted
  FROM declarations d
  LEFT JOIN declarations newer ON newer.supersedes = d.id
  LEFT JOIN retractions r ON r.declaration = d.id
  WHERE d.id = ?`;

const NAMED = `
  SELECT party AS id FROM declarations WHERE coalition = :coalition AND party IS NOT NULL
  UNION
  SELECT p.party FROM declarations d JOIN predecessors p ON p.declaration = d.id WHERE d.coalition = :coalition`;

const PARTIES = `
  SELECT id, revision, json_extract(entry, '$.kind') AS kind,
    json_extract(entry, '$.from') AS "from", json_extract(entry, '$.until') AS until
  FROM party_versions WHERE id IN (${NAMED}) ORDER BY revision, place`;

const CLAIM_REVISIONS = `
  SELECT newer.revision FROM claims c JOIN claims newer ON newer.ref = c.ref OR newer.id = c.id
  WHERE c.coalition = :coalition
  UNION
  SELECT r.revision FROM claims c JOIN retractions r ON r.claim = c.id WHERE c.coalition = :coalition`;

export class Stories {
  readonly #declarations;
  readonly #claims;
  readonly #statements;

  constructor(connection: Connection) {
    const { sqlite } = connection;
    this.#declarations = new DeclarationRows(connection);
    this.#claims = new Claims(connection);
    this.#statements = {
      coalitions: sqlite.prepare<[], string>("SELECT id FROM coalitions ORDER BY id").pluck(),
      isCoalition: sqlite.prepare<[string], number>("SELECT 1 FROM coalitions WHERE id = ?").pluck(),
      life: sqlite.prepare<[string], Life>(LIFE),
      parties: sqlite.prepare<{ coalition: string }, PartySince>(PARTIES),
      claimRevisions: sqlite.prepare<{ coalition: string }, number>(CLAIM_REVISIONS).pluck(),
      versions: sqlite.prepare<[string], Since & { entry: string }>(
        "SELECT revision, entry FROM coalition_versions WHERE id = ? ORDER BY revision, place",
      ),
    };
  }

  /** Of every coalition, in the order of their ids. */
  *all(): Iterable<Story> {
    for (const coalition of this.#statements.coalitions.all()) yield this.#of(coalition);
  }

  #of(coalition: string): Story {
    const declarations = this.#declarations.ofCoalition(coalition).map((each) => each.declaration);
    const lives = this.#livesOf(declarations.map(({ id }) => id));
    const parties = this.#statements.parties.all({ coalition });
    const claimed = this.#statements.claimRevisions.all({ coalition });
    const versions = this.#statements.versions.all(coalition);
    const revisions = new Set([...claimed, ...[...parties, ...versions].map(({ revision }) => revision)]);
    for (const { revision, retracted } of lives.values()) {
      revisions.add(revision);
      if (retracted !== null) revisions.add(retracted);
    }
    const factsAt = (revision: number): CoalitionFacts => {
      const held = <T extends Since>(all: readonly T[]) => all.filter((each) => each.revision <= revision);
      const lines = linesAt(revision, lives);
      const standing = held(declarations).filter(({ id }) => standingOf(id, lines) === id);
      const version = held(versions).at(-1);
      const known = new Map(held(parties).map((party) => [party.id, party]));
      return {
        coalition,
        founded: version === undefined ? null : (JSON.parse(version.entry) as Coalition).founded,
        declarations: rescindingWhatStands(standing, lines),
        claims: claimed.length === 0 ? [] : this.#claims.standing(revision, coalition),
        party: (id) => known.get(id) ?? this.#unregistered(id),
      };
    };
    return { coalition, revisions: [...revisions].sort((a, b) => a - b), factsAt };
  }

  /** A coalition has no lifetime as a party. */
  #unregistered(id: string) {
    const kind = this.#statements.isCoalition.get(id) === undefined ? "other" : "coalition";
    return { kind, from: null, until: null } as const;
  }

  /** The lives of the declarations and of all others in their lines, which may be of other coalitions. */
  #livesOf(ids: readonly string[]): ReadonlyMap<string, Life> {
    const lives = new Map<string, Life>();
    const waiting = [...ids];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (lives.has(id)) continue;
      const life = this.#statements.life.get(id) as Life;
      lives.set(id, life);
      for (const next of [life.supersedes, life.successor]) if (next !== null) waiting.push(next);
    }
    return lives;
  }
}

function linesAt(revision: number, lives: ReadonlyMap<string, Life>): Lines {
  const held = (when: number | null | undefined) => when != null && when <= revision;
  return {
    predecessor: (id) => lives.get(id)?.supersedes ?? null,
    successor: (id) => {
      const successor = lives.get(id)?.successor ?? null;
      return successor !== null && held(lives.get(successor)?.revision) ? successor : null;
    },
    isRetracted: (id) => held(lives.get(id)?.retracted),
  };
}
