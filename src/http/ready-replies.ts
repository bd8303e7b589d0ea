/**
 * Replies that were sent before, sent again before anything else is done for a request. It knows nothing of any path:
 * a request that is written the same is answered with the same bytes, for as long as the answer says they are right.
 */
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
export type Turning = () => readonly Day[];

/** For how long something is right: while this is the newest revision, and this the day; undefined is for ever. */
interface Term {
  /** As the store gave it: it gives another as soon as anything was written. Null is an empty ledger. */
  readonly newest: Revision | null | undefined;
  readonly today: number | undefined;
}

interface Kept extends Term {
  /** Of an address without its day: the days on which its answer turns, null until they are asked. */
  readonly what: ReadyReply | readonly Day[] | null;
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
const DAY_IN_MS = 86_400_000;
/** Said for each request by itself. */
const RATES = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];

export class ReadyReplies {
  readonly #service: Pick<Service, "store" | "clock">;
  readonly #underWay = new WeakMap<object, UnderWay>();
  readonly #kept: Bounded<Kept>;

  constructor(service: Pick<Service, "store" | "clock">, mostBytes: number) {
    this.#service = service;
    this.#kept = new Bounded(mostBytes);
  }

  /** To be said of a reply under way: that it answers a question, and so for how long it is right. */
  keeps(reply: object, question: Question, turning?: Turning): void {
    const { dayNamed, stateNamed, known } = question;
    if (stateNamed === "for now") return;
    const newest = stateNamed === "for ever" ? undefined : known;
    this.#underWay.set(reply, { newest, today: dayNamed ? undefined : this.#today(), turning });
  }

  /** Answers with what is ready, before the hooks that are added later. */
  answerIn(app: FastifyInstance): void {
    app.addHook("onRequest", (request, reply, done) => {
      const key = keyOf(request.raw);
      const found = key === undefined ? null : this.#find(key);
      if (found === null) {
        done();
        return;
      }
      const { ready, on, newest } = found;
      const send = () => {
        for (const name of RATES) {
          const rate = reply.getHeader(name);
          if (rate !== undefined) reply.raw.setHeader(name, rate);
        }
        const sent = ready.send(reply.raw, request.id, on, request.raw.headers["if-none-match"]);
        if (sent) reply.hijack();
        else done();
      };
      if (newest === undefined) {
        send();
        return;
      }
      this.#service.store.newest().then(
        (revision) => (newest === revision ? send() : done()),
        // Whoever answers it instead meets the same fault, and tells of it.
        () => done(),
      );
    });
  }

  /** Keeps what is sent, after the hooks that were added before had their way with it. */
  keepIn(app: FastifyInstance): void {
    app.addHook("onSend", async (request, reply, payload) => {
      const underWay = this.#underWay.get(reply);
      const key = keyOf(request.raw);
      if (underWay === undefined || key === undefined) return payload;
      if (reply.statusCode === 304) this.#keepNotModified(key, reply, underWay);
      if (reply.statusCode !== 200) return payload;
      if (typeof payload === "string") return this.#keepText(key, reply, payload, underWay);
      if (Buffer.isBuffer(payload)) this.#keep(key, ReadyReply.exact(reply.getHeaders(), payload), underWay);
      return payload;
    });
  }

  /** Where nothing better is kept. */
  #keepNotModified(key: string, reply: FastifyReply, underWay: UnderWay): void {
    const kept = this.#get(key);
    if (kept !== undefined && kept.newest === underWay.newest) return;
    this.#keep(key, ReadyReply.exact(reply.getHeaders(), null), underWay);
  }

  /** @returns its bytes. */
  #keepText(key: string, reply: FastifyReply, text: string, underWay: UnderWay): Buffer {
    const body = Buffer.from(text);
    const headers = reply.getHeaders();
    const asked = underWay.turning === undefined ? undefined : withoutDay(key);
    const days = asked === undefined ? null : this.#turningDays(asked.key, underWay);
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
  #turningDays(key: string, underWay: UnderWay): readonly Day[] | null {
    const kept = this.#get(key);
    if (kept === undefined || kept.newest !== underWay.newest) {
      this.#keep(key, null, underWay);
      return null;
    }
    if (Array.isArray(kept.what)) return kept.what;
    const days = underWay.turning?.() ?? [];
    this.#keep(key, days, underWay);
    return days;
  }

  #find(key: string): Found | null {
    const exact = this.#get(key);
    if (exact?.what instanceof ReadyReply) return { ready: exact.what, on: "", newest: exact.newest };
    const asked = withoutDay(key);
    const days = asked === undefined ? undefined : this.#get(asked.key)?.what;
    if (asked === undefined || !Array.isArray(days)) return null;
    const kept = this.#get(onStretch(asked.key, days, asked.on));
    if (!(kept?.what instanceof ReadyReply)) return null;
    return { ready: kept.what, on: asked.on, newest: kept.newest };
  }

  /** What is right today; whether its revision is still the newest is another question. */
  #get(key: string): Kept | undefined {
    const kept = this.#kept.get(key);
    return kept === undefined || kept.today === undefined || kept.today === this.#today() ? kept : undefined;
  }

  #keep(key: string, what: Kept["what"], { newest, today }: Term): void {
    const size = what instanceof ReadyReply ? what.size : (what?.length ?? 0) * BYTES_OF_A_DAY;
    this.#kept.set(key, { what, newest, today }, size + key.length);
  }

  #today(): number {
    return Math.floor(this.#service.clock().getTime() / DAY_IN_MS);
  }
}
