/** Who may write: makes a key of the `Authorization` header, or a problem that says what would be right. */
import type { FastifyRequest } from "fastify";
import {
  isSecretOf,
  type Key,
  mayDeclareSomewhere,
  mayEditRegistry,
  readToken,
  stateOf,
} from "../ledger/key.ts";
import type { Keys } from "../ledger/keys.ts";
import { Problem } from "./problem.ts";

/** What a path writes. In which coalitions a key may declare is judged with each declaration. */
export type Need = "declare" | "registry";

const MAKE_ONE =
  "Whoever runs the service makes one by `accession key create --name NAME --scope declare` (or `registry`).";

export class Doorkeeper {
  readonly #keys: Keys | null;
  readonly #clock: () => Date;
  readonly #readOnly: boolean;
  readonly #admitted = new WeakMap<FastifyRequest, Key>();

  /** @param keys null where there are none at all. */
  constructor(keys: Keys | null, clock: () => Date, readOnly: boolean) {
    this.#keys = keys;
    this.#clock = clock;
    this.#readOnly = readOnly;
  }

  /** For `onRequest`, so that nobody without a key is waited for to send a body. */
  admit(need: Need): (request: FastifyRequest) => Promise<void> {
    return async (request) => {
      if (this.#readOnly) throw readOnly();
      const key = await this.#keyOf(request.headers.authorization);
      const may = need === "registry" ? mayEditRegistry(key.scopes) : mayDeclareSomewhere(key.scopes);
      if (!may) throw outsideScope(key, need);
      this.#admitted.set(request, key);
    };
  }

  /** The key that the request was admitted with. */
  keyOf(request: FastifyRequest): Key {
    const key = this.#admitted.get(request);
    if (key === undefined) throw new Error("A writing path asks for its key in `onRequest`.");
    return key;
  }

  async #keyOf(header: string | undefined): Promise<Key> {
    if (header === undefined) throw await this.#noKey();
    const [scheme = "", text = ""] = header.trim().split(/ +/);
    if (scheme.toLowerCase() !== "bearer") {
      throw unauthorized("no-key", `Writing takes \`Authorization: Bearer …\`, not "${scheme}".`);
    }
    const token = readToken(text);
    const key = token === null ? null : ((await this.#keys?.find(token.id)) ?? null);
    if (token === null || key === null || !isSecretOf(token.secret, key)) {
      throw invalid("unknown-key", `This is no key of this service. ${MAKE_ONE}`);
    }
    const state = stateOf(key, this.#clock());
    if (state === "revoked") throw invalid("revoked-key", `The key "${key.name}" was revoked. ${MAKE_ONE}`);
    if (state === "expired") {
      throw invalid("expired-key", `The key "${key.name}" expired at ${key.expiresAt}. ${MAKE_ONE}`);
    }
    return key;
  }

  async #noKey(): Promise<Problem> {
    const keys = (await this.#keys?.list()) ?? [];
    const now = this.#clock();
    const anyUsable = keys.some((key) => stateOf(key, now) === "usable");
    const why = anyUsable
      ? "Writing needs a key: send `Authorization: Bearer …`."
      : "No key of this service is in use, so it is read-only.";
    return unauthorized("no-key", `${why} ${MAKE_ONE}`);
  }
}

/** As RFC 6750 has it. */
const REALM = 'Bearer realm="accession"';

function unauthorized(code: string, detail: string, challenge = REALM): Problem {
  return new Problem("unauthorized", detail, [{ code, detail }], {
    headers: { "www-authenticate": challenge },
  });
}

function invalid(code: string, detail: string): Problem {
  return unauthorized(code, detail, `${REALM}, error="invalid_token"`);
}

function outsideScope({ name, scopes }: Key, need: Need): Problem {
  const detail = `The key "${name}" may not write here: this needs the scope ${need}, and it has ${scopes.join(", ")}.`;
  const challenge = `${REALM}, error="insufficient_scope", scope="${need}"`;
  return new Problem("forbidden", detail, [{ code: "outside-scope", detail, allowed: [need] }], {
    headers: { "www-authenticate": challenge },
  });
}

function readOnly(): Problem {
  const detail = "The service was started with READ_ONLY=true: it takes nothing in.";
  return new Problem("read-only", detail, [{ code: "read-only", detail }]);
}
