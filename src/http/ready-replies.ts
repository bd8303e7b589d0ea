/**
 * Replies that were sent before, sent again before anything else is done for a request. It knows nothing of any path:
 * a request that is written the same is answered with the same bytes, for as long as the answer says they are right.
 */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Day } from "../domain/day.ts";
import { Bounded } from "../ledger/bounded.ts";
import type { Revision } from "../ledger/command.ts";
import type { Question } from "./reading.ts";
import { keyOf, onStretch, withoutDay } from "./ready-keys.ts";
import { ReadyReply } from "./ready-reply.ts";
import type { Service } from "./service.ts";

/**
 * The days on which an answer may be another than on the day before, in order: between two of them nothing of it
 * differs but the day itself, which stands in it once.
 */
export type Turning = () => Promise<readonly Day[]>;

/** For how long something is right: while this is the newest revision, and this the day; undefined is for ever. */
interface Term {
  /** As the store gave it: it gives another as soon as anything was written. Null is an empty ledger. */
  readonly newest: Revision | null | undefined;
  readonly today: number | undefined;
}

interface Kept extends Term {
  readonly ready: ReadyReply;
}

/** Of an address without its day. */
interface Turns extends Term {
  /** The days on which its answer turns, null until they are asked. */
  readonly days: readonly Day[] | null;
}

interface Found extends Pick<Term, "newest"> {
  readonly ready: ReadyReply;
  /** Empty where the reply is of one day only. */
  readonly on: Day;
}

interface UnderWay extends Term {
  readonly turning: Turning | undefined;
}

const BYTES_OF_A_DAY = 40;
/** Beside the room for replies. */
const SHARE_OF_TURNS = 0.25;
const DAY_IN_MS = 86_400_000;
/** Said for each request by itself. */
const RATES = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];

export class ReadyReplies {
  readonly #service: Pick<Service, "store" | "clock">;
  readonly #underWay = new WeakMap<object, UnderWay>();
  readonly #kept: Bounded<Kept>;
  /** Apart, since they are small, and asked anew would take longer than the replies that would drive them out. */
  readonly #turns: Bounded<Turns>;

  constructor(service: Pick<Service, "store" | "clock">, mostBytes: number) {
    this.#service = service;
    this.#kept = new Bounded(mostBytes);
    this.#turns = new Bounded(mostBytes * SHARE_OF_TURNS);
  }

  /** To be said of a reply under way: that it answers a question, and so for how long it is right. */
  keeps(reply: object, question: Question, turning?: Turning): void {
    const { dayNamed, stateNamed, known } = question;
    if (stateNamed === "for now") return;
    const newest = stateNamed === "for ever" ? undefined : known;
    this.#underWay.set(reply, { newest, today: dayNamed ? undefined : this.#today(), turning });
  }

  /** Answers with what is ready, before the hooks that are added later, and after those that count requests. */
  answerIn(app: FastifyInstance): void {
    app.addHook("onRequest", (request, reply, done) => {
      const answers = (found: Found) => {
        for (const name of RATES) {
          const rate = reply.getHeader(name);
          if (rate !== undefined) reply.raw.setHeader(name, rate);
        }
        const { raw } = request;
        const isSent = found.ready.send(reply.raw, request.id, found.on, raw.headers["if-none-match"]);
        if (isSent) reply.hijack();
        return isSent;
      };
      this.#answer(request.raw, answers, done);
    });
  }

  /** The same ahead of the framework, for a service that neither counts nor logs requests: half of the time was its. */
  answerAhead(app: FastifyInstance): void {
    const { server } = app;
    const handlers = server.listeners("request");
    let isClosing = false;
    // While closing, connections are told to close.
    app.addHook("preClose", (done) => {
      isClosing = true;
      done();
    });
    server.removeAllListeners("request");
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      const otherwise = () => {
        for (const handler of handlers) handler.call(server, request, response);
      };
      if (isClosing) otherwise();
      else {
        const { headers } = request;
        const answers = ({ ready, on }: Found) =>
          ready.send(response, randomUUID(), on, headers["if-none-match"]);
        this.#answer(request, answers, otherwise);
      }
    });
  }

  /** @param answers with what was found, if it can. */
  #answer(request: IncomingMessage, answers: (found: Found) => boolean, otherwise: () => void): void {
    const key = keyOf(request);
    const found = key === undefined ? null : this.#find(key);
    if (found === null) {
      otherwise();
      return;
    }
    if (found.newest === undefined) {
      if (!answers(found)) otherwise();
      return;
    }
    this.#service.store.newest().then(
      (newest) => {
        if (found.newest !== newest || !answers(found)) otherwise();
      },
      // Whoever answers it instead meets the same fault, and tells of it.
      () => otherwise(),
    );
  }

  /** Keeps what is sent, after the hooks that were added before had their way with it. */
  keepIn(app: FastifyInstance): void {
    app.addHook("onSend", async (request, reply, payload) => {
      const underWay = this.#underWay.get(reply);
      const key = keyOf(request.raw);
      if (underWay === undefined || key === undefined) return payload;
      return this.#keepSent(key, reply, payload, underWay);
    });
  }

  /** @returns what is to be sent: the same, as bytes where it was text. */
  async #keepSent(key: string, reply: FastifyReply, payload: unknown, underWay: UnderWay): Promise<unknown> {
    if (reply.statusCode === 304) this.#keepNotModified(key, reply, underWay);
    if (reply.statusCode !== 200) return payload;
    if (typeof payload === "string") return this.#keepText(key, reply, payload, underWay);
    if (Buffer.isBuffer(payload)) this.#keep(key, ReadyReply.exact(reply.getHeaders(), payload), underWay);
    return payload;
  }

  /** Where nothing better is kept. */
  #keepNotModified(key: string, reply: FastifyReply, underWay: UnderWay): void {
    const kept = this.#right(this.#kept.get(key));
    if (kept !== undefined && kept.newest === underWay.newest) return;
    this.#keep(key, ReadyReply.exact(reply.getHeaders(), null), underWay);
  }

  /** @returns its bytes. */
  async #keepText(key: string, reply: FastifyReply, text: string, underWay: UnderWay): Promise<Buffer> {
    const body = Buffer.from(text);
    const headers = reply.getHeaders();
    const asked = underWay.turning === undefined ? undefined : withoutDay(key);
    const days = asked === undefined ? null : await this.#turningDays(asked.key, underWay);
    const ready = asked === undefined || days === null ? null : ReadyReply.aroundDay(headers, body, asked.on);
    if (asked === undefined || days === null || ready === null) {
      this.#keep(key, ReadyReply.exact(headers, body), underWay);
    } else {
      this.#keep(onStretch(asked.key, days, asked.on), ready, underWay);
      // A 304 may have been kept of this day.
      this.#kept.delete(key);
    }
    return body;
  }

  /** Null for an address that is asked on one day only, so far: most never are on another. */
  async #turningDays(key: string, { turning, ...term }: UnderWay): Promise<readonly Day[] | null> {
    const found = this.#right(this.#turns.get(key));
    const again = found !== undefined && found.newest === term.newest;
    if (again && found.days !== null) return found.days;
    const days = again ? ((await turning?.()) ?? []) : null;
    this.#turns.set(key, { days, ...term }, (days?.length ?? 0) * BYTES_OF_A_DAY + key.length);
    return days;
  }

  #find(key: string): Found | null {
    const exact = this.#right(this.#kept.get(key));
    if (exact !== undefined) return { ready: exact.ready, on: "", newest: exact.newest };
    const asked = withoutDay(key);
    const days = asked === undefined ? null : this.#right(this.#turns.get(asked.key))?.days;
    if (asked === undefined || days == null) return null;
    const kept = this.#right(this.#kept.get(onStretch(asked.key, days, asked.on)));
    return kept === undefined ? null : { ready: kept.ready, on: asked.on, newest: kept.newest };
  }

  /** What is right today; whether its revision is still the newest is another question. */
  #right<T extends Term>(kept: T | undefined): T | undefined {
    return kept?.today === undefined || kept.today === this.#today() ? kept : undefined;
  }

  #keep(key: string, ready: ReadyReply, { newest, today }: Term): void {
    this.#kept.set(key, { ready, newest, today }, ready.size + key.length);
  }

  #today(): number {
    return Math.floor(this.#service.clock().getTime() / DAY_IN_MS);
  }
}
