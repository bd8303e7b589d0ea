/**
 * Replies that were sent before, sent again before anything else is done for a request. It knows nothing of any path:
 * a request that is written the same is answered with the same bytes, for as long as the answer says they are right;
 * and one that differs in its day alone with what the answer says for that day.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Day } from "../domain/day.ts";
import { Bounded } from "../ledger/bounded.ts";
import type { Revision } from "../ledger/command.ts";
import type { Question } from "./reading.ts";
import { isPlain, keyOf, onStretch, withoutDay } from "./ready-keys.ts";
import { DayPattern, ExactReply, type Ready, type Send } from "./ready-reply.ts";
import { nextRequestId } from "./request-id.ts";
import type { Service } from "./service.ts";

/** What an answer about a day says of other days, under headers in which nothing but the day differs. */
export interface OtherDays {
  /**
   * The days on which it may be another than on the day before, in order: between two of them nothing of it differs
   * but the day itself, which stands in it once.
   */
  readonly turning: () => Promise<readonly Day[]>;
  /** The body on a day; null where other headers would go with it. */
  readonly on: (day: Day) => Promise<Buffer | null>;
}

/** For how long something is right: while this is the newest revision, and this the day; undefined is for ever. */
interface Term {
  /** As the store gave it: it gives another as soon as anything was written. Null is an empty ledger. */
  readonly newest: Revision | null | undefined;
  readonly today: number | undefined;
}

interface Kept extends Term {
  /** Null of a stretch of days of which one was asked, and no other: most never are. */
  readonly ready: Ready | null;
}

/** An address without its day. */
interface Address extends Term {
  readonly otherDays: OtherDays;
  readonly pattern: DayPattern;
  /** The days on which its answer turns, null until a second day is asked: mostly none is. */
  days: readonly Day[] | null;
}

interface UnderWay extends Term {
  readonly otherDays: OtherDays | undefined;
}

/** How to answer, where that can be told at once; null where nothing is ready. */
type Sending = Send | null | Promise<Send | null>;

const BYTES_OF_A_DAY = 40;
/** What it takes to know that a stretch was asked, about. */
const BYTES_OF_A_MARK = 200;
/** What an address takes besides its days, about. */
const BYTES_OF_AN_ADDRESS = 1_000;
/** Beside the room for replies. */
const SHARE_OF_ADDRESSES = 0.25;
const DAY_IN_MS = 86_400_000;
/** Said for each request by itself. */
const RATES = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];

export class ReadyReplies {
  readonly #service: Pick<Service, "store" | "clock">;
  readonly #underWay = new WeakMap<object, UnderWay>();
  readonly #kept: Bounded<Kept>;
  /** Apart, since they are small, and asked anew would take longer than the replies that would drive them out. */
  readonly #addresses: Bounded<Address>;

  constructor(service: Pick<Service, "store" | "clock">, mostBytes: number) {
    this.#service = service;
    this.#kept = new Bounded(mostBytes);
    this.#addresses = new Bounded(mostBytes * SHARE_OF_ADDRESSES);
  }

  /** To be said of a reply under way: that it answers a question, and so for how long it is right. */
  keeps(reply: object, question: Question, otherDays?: OtherDays): void {
    const { dayNamed, stateNamed, known } = question;
    if (stateNamed === "for now") return;
    const newest = stateNamed === "for ever" ? undefined : known;
    this.#underWay.set(reply, { newest, today: dayNamed ? undefined : this.#today(), otherDays });
  }

  /** Answers with what is ready, before the hooks that are added later, and after those that count requests. */
  answerIn(app: FastifyInstance): void {
    app.addHook("onRequest", (request, reply, done) => {
      const { raw } = request;
      const ifNoneMatch = raw.headers["if-none-match"];
      const answers = (send: Send) => {
        for (const name of RATES) {
          const rate = reply.getHeader(name);
          if (rate !== undefined) reply.raw.setHeader(name, rate);
        }
        const isSent = send({ response: reply.raw, requestId: request.id, ifNoneMatch });
        if (isSent) reply.hijack();
        return isSent;
      };
      this.#answer(raw, answers, done);
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
        const ifNoneMatch = request.headers["if-none-match"];
        const answers = (send: Send) => send({ response, requestId: nextRequestId(), ifNoneMatch });
        this.#answer(request, answers, otherwise);
      }
    });
  }

  /** @param answers with what is ready, if it can. */
  #answer(request: IncomingMessage, answers: (send: Send) => boolean, otherwise: () => void): void {
    const settle = (send: Send | null) => {
      if (send === null || !answers(send)) otherwise();
    };
    // Where that fails, whoever answers instead meets the same fault, and tells of it.
    let sending: Sending = null;
    try {
      sending = this.#sending(request);
    } catch {}
    if (sending instanceof Promise) sending.then(settle, () => otherwise());
    else settle(sending);
  }

  #sending(request: IncomingMessage): Sending {
    const key = keyOf(request);
    if (key === undefined) return null;
    const exact = this.#right(this.#kept.get(key));
    const ready = exact?.ready;
    if (exact && ready) return this.#whileNewest(exact, () => ready.about(null));
    const asked = withoutDay(key);
    const address = asked && this.#right(this.#addresses.get(asked.key));
    return asked && address
      ? this.#whileNewest(address, () => this.#sendingOn(asked.on, asked.key, address))
      : null;
  }

  /** Null where it is not right any more. */
  #whileNewest({ newest }: Term, sending: () => Sending): Sending {
    if (newest === undefined) return sending();
    const now = this.#service.store.newest();
    if (now instanceof Promise) return now.then((now) => (now === newest ? sending() : null));
    return now === newest ? sending() : null;
  }

  /** Keeps what is sent, after the hooks that were added before had their way with it. */
  keepIn(app: FastifyInstance): void {
    app.addHook("onSend", (request, reply, payload, done) => {
      const underWay = this.#underWay.get(reply);
      const key = keyOf(request.raw);
      if (underWay === undefined || key === undefined) done(null, payload);
      else done(null, this.#keepSent(key, reply, payload, underWay));
    });
  }

  /** @returns what is to be sent: the same, as bytes where it was text. */
  #keepSent(key: string, reply: FastifyReply, payload: unknown, underWay: UnderWay): unknown {
    if (reply.statusCode === 304) this.#keepNotModified(key, reply, underWay);
    if (reply.statusCode !== 200) return payload;
    const body = typeof payload === "string" ? Buffer.from(payload) : payload;
    if (Buffer.isBuffer(body)) this.#keepBody(key, reply, body, underWay);
    return body;
  }

  /** Where nothing better is kept. */
  #keepNotModified(key: string, reply: FastifyReply, underWay: UnderWay): void {
    const kept = this.#right(this.#kept.get(key));
    if (kept !== undefined && kept.newest === underWay.newest) return;
    this.#keep(key, new ExactReply(reply.getHeaders(), null), underWay);
  }

  #keepBody(key: string, reply: FastifyReply, body: Buffer, { otherDays, ...term }: UnderWay): void {
    const headers = reply.getHeaders();
    this.#keep(key, new ExactReply(headers, body), term);
    // What is compressed is compressed by those who say so in its headers.
    const asked = otherDays && isPlain(key) ? withoutDay(key) : undefined;
    if (otherDays === undefined || asked === undefined) return;
    const pattern = DayPattern.of(headers, body, asked.on);
    if (pattern === null) return;
    const address = { ...term, otherDays, pattern, days: null };
    this.#addresses.set(asked.key, address, BYTES_OF_AN_ADDRESS + asked.key.length);
  }

  async #sendingOn(on: Day, key: string, address: Address): Promise<Send | null> {
    address.days ??= await this.#daysOf(key, address);
    const stretch = onStretch(key, address.days, on);
    const kept = this.#right(this.#kept.get(stretch));
    const isAskedAgain = kept !== undefined && kept.newest === address.newest;
    if (isAskedAgain && kept.ready !== null) return kept.ready.about(on);
    const { otherDays, pattern } = address;
    const body = await otherDays.on(on);
    if (body === null) return null;
    // It may be asked once more then.
    const ready = isAskedAgain ? pattern.ready(body, on) : null;
    this.#keep(stretch, ready, address);
    return ready?.about(on) ?? pattern.sending(body, on);
  }

  async #daysOf(key: string, address: Address): Promise<readonly Day[]> {
    const days = await address.otherDays.turning();
    const size = BYTES_OF_AN_ADDRESS + key.length + days.length * BYTES_OF_A_DAY;
    if (this.#addresses.get(key) === address) this.#addresses.set(key, address, size);
    return days;
  }

  /** What is right today; whether its revision is still the newest is another question. */
  #right<T extends Term>(kept: T | undefined): T | undefined {
    return kept?.today === undefined || kept.today === this.#today() ? kept : undefined;
  }

  #keep(key: string, ready: Ready | null, { newest, today }: Term): void {
    this.#kept.set(key, { ready, newest, today }, (ready?.size ?? BYTES_OF_A_MARK) + key.length);
  }

  #today(): number {
    return Math.floor(this.#service.clock().getTime() / DAY_IN_MS);
  }
}
