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

/** Names and values of headers; made when they are first of use, since most replies are never asked for again. */
class Heads {
  readonly #headers: Headers;
  #whole: readonly string[] | null = null;
  #notModified: readonly string[] | null = null;

  constructor(headers: Headers) {
    this.#headers = headers;
  }

  private get whole(): readonly string[] {
    this.#whole ??= this.#told(() => true);
    return this.#whole;
  }

  private get notModified(): readonly string[] {
    this.#notModified ??= this.#told((name) => OF_NOT_MODIFIED.test(name));
    return this.#notModified;
  }

  /** Begins a reply with so many bytes. */
  begin(response: ServerResponse, requestId: string, tag: string, length: number): void {
    const own = ["x-request-id", requestId, "etag", tag, "content-length", String(length)];
    response.writeHead(200, own.concat(this.whole));
  }

  /** Where the client has it, says so. */
  isSentAsKnown(
    response: ServerResponse,
    requestId: string,
    tag: string,
    ifNoneMatch: string | undefined,
  ): boolean {
    if (ifNoneMatch === undefined || (ifNoneMatch !== ANY && !clientHas(ifNoneMatch, tag))) return false;
    response.writeHead(304, ["x-request-id", requestId, "etag", tag, ...this.notModified]).end();
    return true;
  }

  #told(isTold: (name: string) => boolean): string[] {
    return Object.entries(this.#headers).flatMap(([name, value]) =>
      OWN.test(name) || !isTold(name) ? [] : [name, String(value)],
    );
  }
}

export class ReadyReply {
  readonly #heads: Heads;
  readonly #tagOn: (on: Day) => string;
  /** What is written before the day, where it differs from day to day. */
  readonly #before: string | null;
  /** All of the body, or what is written after the day. Null where only that the client has it was ever told. */
  readonly #body: Buffer | null;

  constructor(heads: Heads, tagOn: (on: Day) => string, before: string | null, body: Buffer | null) {
    this.#heads = heads;
    this.#tagOn = tagOn;
    this.#before = before;
    this.#body = body;
  }

  /** For the very same request. */
  static exact(headers: Headers, body: Buffer | null): ReadyReply {
    const tag = String(headers["etag"]);
    return new ReadyReply(new Heads(headers), () => tag, null, body);
  }

  get size(): number {
    return REST_IN_BYTES + this.#length();
  }

  /** Sends it, or that the client has it. @returns false where what it takes was not kept. */
  send(response: ServerResponse, requestId: string, on: Day, ifNoneMatch: string | undefined): boolean {
    const [body, before, tag] = [this.#body, this.#before, this.#tagOn(on)];
    if (this.#heads.isSentAsKnown(response, requestId, tag, ifNoneMatch)) return true;
    if (body === null) return false;
    this.#heads.begin(response, requestId, tag, this.#length());
    if (before !== null) response.write(before + on);
    response.end(body);
    return true;
  }

  #length(): number {
    const before = this.#before === null ? 0 : Buffer.byteLength(this.#before) + DAY_IN_BYTES;
    return before + (this.#body?.length ?? 0);
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
  ready(body: Buffer, on: Day): ReadyReply | null {
    const after = afterDay(body, on);
    if (after === null) return null;
    const before = body.toString("utf8", 0, after - DAY_IN_BYTES);
    return new ReadyReply(this.#heads, this.#tagOn, before, body.subarray(after));
  }

  /** Sends a body about a day, or that the client has it. */
  send(
    body: Buffer,
    response: ServerResponse,
    requestId: string,
    on: Day,
    ifNoneMatch: string | undefined,
  ): void {
    const tag = this.#tagOn(on);
    if (this.#heads.isSentAsKnown(response, requestId, tag, ifNoneMatch)) return;
    this.#heads.begin(response, requestId, tag, body.length);
    response.end(body);
  }
}

/** Where the body goes on after its day; null where that does not stand in it, or twice. */
function afterDay(body: Buffer, on: Day): number | null {
  const mark = `"on":"${on}"`;
  const at = body.indexOf(mark);
  return at < 0 || body.includes(mark, at + 1) ? null : at + mark.length - 1;
}
