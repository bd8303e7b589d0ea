/** A reply as it was sent, ready to be sent again; one about a day also for other days. */
import type { ServerResponse } from "node:http";
import type { Day } from "../domain/day.ts";
import { ANY, clientHas, OF_NOT_MODIFIED } from "./caching.ts";

/** Headers that every reply has of its own; the tag and the length are put in anew. */
const OWN = /^(?:x-request-id|etag|content-length|date|connection|keep-alive|retry-after|x-ratelimit-.*)$/;
/** What a kept reply takes besides its bytes, about. */
const REST_IN_BYTES = 1_500;
const DAY_IN_BYTES = 10;

type Headers = Readonly<Record<string, number | string | string[] | undefined>>;

/** What a request says of itself, and where its reply goes. */
export interface Exchange {
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly ifNoneMatch: string | undefined;
}

/** @returns false where what it takes was not kept. */
export type Send = (exchange: Exchange) => boolean;

/**
 * Names and values of headers, one after the other, those first that each reply has of its own. They are made when
 * they are first of use, since most replies are never asked for again; and used for one reply after the other, since
 * Node has read them when `writeHead` returns.
 */
class Heads {
  readonly #headers: Headers;
  #whole: string[] | null = null;
  #notModified: string[] | null = null;

  constructor(headers: Headers) {
    this.#headers = headers;
  }

  /** Begins a reply with so many bytes. */
  begin({ response, requestId }: Exchange, tag: string, length: number): void {
    this.#whole ??= ["x-request-id", "", "etag", "", "content-length", "", ...this.#told(() => true)];
    const head = this.#whole;
    head[1] = requestId;
    head[3] = tag;
    head[5] = String(length);
    response.writeHead(200, head);
  }

  /** Where the client has it, says so. */
  isSentAsKnown({ response, requestId, ifNoneMatch }: Exchange, tag: string): boolean {
    if (ifNoneMatch === undefined || (ifNoneMatch !== ANY && !clientHas(ifNoneMatch, tag))) return false;
    this.#notModified ??= [
      "x-request-id",
      "",
      "etag",
      "",
      ...this.#told((name) => OF_NOT_MODIFIED.test(name)),
    ];
    const head = this.#notModified;
    head[1] = requestId;
    head[3] = tag;
    response.writeHead(304, head).end();
    return true;
  }

  #told(isTold: (name: string) => boolean): string[] {
    return Object.entries(this.#headers).flatMap(([name, value]) =>
      OWN.test(name) || !isTold(name) ? [] : [name, String(value)],
    );
  }
}

export interface Ready {
  readonly size: number;
  /** Sends it, or that the client has it: about a day, or null for the very request that it answered. */
  about(on: Day | null): Send;
}

/** One reply, for the very same request. */
export class ExactReply implements Ready {
  readonly size: number;
  readonly #send: Send;

  /** @param body null where only that the client has it was ever told. */
  constructor(headers: Headers, body: Buffer | null) {
    const [heads, tag, length] = [new Heads(headers), String(headers["etag"]), body?.length ?? 0];
    this.size = REST_IN_BYTES + length;
    this.#send = (exchange) => {
      if (heads.isSentAsKnown(exchange, tag)) return true;
      if (body === null) return false;
      heads.begin(exchange, tag, length);
      exchange.response.end(body);
      return true;
    };
  }

  about(): Send {
    return this.#send;
  }
}

/** What replies about different days have in common: all of their heads but the tag, and of that all but the day. */
export class DayPattern {
  readonly #heads: Heads;
  readonly #tagOn: (on: Day) => string;

  private constructor(heads: Heads, tagOn: (on: Day) => string) {
    this.#heads = heads;
    this.#tagOn = tagOn;
  }

  /**
   * By a reply about a day. The day must stand once in the tag and once as `on` in the body, and in no other way that
   * differs from day to day.
   * @returns null where it does not.
   */
  static of(headers: Headers, body: Buffer, on: Day): DayPattern | null {
    const [before, after, ...more] = String(headers["etag"]).split(on);
    const isOnce = after !== undefined && more.length === 0 && headers["link"] === undefined;
    if (!isOnce || afterDay(body, on) === null) return null;
    return new DayPattern(new Heads(headers), (day) => before + day + after);
  }

  /** A reply about a day, ready also for others on which it says the same. */
  ready(body: Buffer, on: Day): Ready | null {
    const after = afterDay(body, on);
    if (after === null) return null;
    const [before, rest] = [body.toString("utf8", 0, after - DAY_IN_BYTES), body.subarray(after)];
    const about = (day: Day | null) => {
      const told = day ?? on;
      return this.#sending(body.length, told, before + told, rest);
    };
    return { size: REST_IN_BYTES + body.length, about };
  }

  /** Sends a body about a day, or that the client has it. */
  sending(body: Buffer, on: Day): Send {
    return this.#sending(body.length, on, null, body);
  }

  #sending(length: number, on: Day, begin: string | null, rest: Buffer): Send {
    const tag = this.#tagOn(on);
    return (exchange) => {
      if (this.#heads.isSentAsKnown(exchange, tag)) return true;
      this.#heads.begin(exchange, tag, length);
      if (begin !== null) exchange.response.write(begin);
      exchange.response.end(rest);
      return true;
    };
  }
}

/** Where the body goes on after its day; null where that does not stand in it, or twice. */
function afterDay(body: Buffer, on: Day): number | null {
  const mark = `"on":"${on}"`;
  const at = body.indexOf(mark);
  return at < 0 || body.includes(mark, at + 1) ? null : at + mark.length - 1;
}
