/** A reply as it was sent, ready to be sent again; one about a day also for other days on which it says the same. */
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

  get whole(): readonly string[] {
    this.#whole ??= this.#told(() => true);
    return this.#whole;
  }

  get notModified(): readonly string[] {
    this.#notModified ??= this.#told((name) => OF_NOT_MODIFIED.test(name));
    return this.#notModified;
  }

  #told(isTold: (name: string) => boolean): string[] {
    return Object.entries(this.#headers).flatMap(([name, value]) =>
      OWN.test(name) || !isTold(name) ? [] : [name, String(value)],
    );
  }
}

export class ReadyReply {
  readonly #heads: Heads;
  readonly #tag: readonly [before: string, after: string];
  /** What is written before the day, where it differs from day to day. */
  readonly #before: string | null;
  /** All of the body, or what is written after the day. Null where only that the client has it was ever told. */
  readonly #body: Buffer | null;

  private constructor(
    heads: Heads,
    tag: readonly [string, string],
    before: string | null,
    body: Buffer | null,
  ) {
    this.#heads = heads;
    this.#tag = tag;
    this.#before = before;
    this.#body = body;
  }

  /** For the very same request. */
  static exact(headers: Headers, body: Buffer | null): ReadyReply {
    return new ReadyReply(new Heads(headers), [String(headers["etag"]), ""], null, body);
  }

  /**
   * For other days besides. The day must stand once in the tag and once as `on` in the body, and in no other way
   * that differs from day to day.
   * @returns null where it does not.
   */
  static aroundDay(headers: Headers, body: Buffer, on: Day): ReadyReply | null {
    const tag = String(headers["etag"]).split(on);
    if (tag.length !== 2 || headers["link"] !== undefined) return null;
    return ReadyReply.#around(new Heads(headers), tag as [string, string], body, on);
  }

  /** Another body, of another day, that goes with the same headers. */
  of(body: Buffer, on: Day): ReadyReply | null {
    return ReadyReply.#around(this.#heads, this.#tag, body, on);
  }

  static #around(heads: Heads, tag: readonly [string, string], body: Buffer, on: Day): ReadyReply | null {
    const mark = `"on":"${on}"`;
    const at = body.indexOf(mark);
    if (at < 0 || body.includes(mark, at + 1)) return null;
    const day = at + mark.length - 1 - DAY_IN_BYTES;
    const before = body.toString("utf8", 0, day);
    return new ReadyReply(heads, tag, before, body.subarray(day + DAY_IN_BYTES));
  }

  /** Sends another body with its headers, or that the client has it. */
  sendOther(
    text: string,
    response: ServerResponse,
    requestId: string,
    on: Day,
    ifNoneMatch: string | undefined,
  ): void {
    const tag = this.#tagOf(on);
    if (this.#isSentAsKnown(response, requestId, tag, ifNoneMatch)) return;
    response.writeHead(200, this.#whole(requestId, tag, Buffer.byteLength(text))).end(text);
  }

  get size(): number {
    return REST_IN_BYTES + this.#length();
  }

  /** Sends it, or that the client has it. @returns false where what it takes was not kept. */
  send(response: ServerResponse, requestId: string, on: Day, ifNoneMatch: string | undefined): boolean {
    const [body, before] = [this.#body, this.#before];
    const tag = before === null ? this.#tag[0] : this.#tagOf(on);
    if (this.#isSentAsKnown(response, requestId, tag, ifNoneMatch)) return true;
    if (body === null) return false;
    response.writeHead(200, this.#whole(requestId, tag, this.#length()));
    if (before !== null) response.write(before + on);
    response.end(body);
    return true;
  }

  #tagOf(on: Day): string {
    return this.#tag[0] + on + this.#tag[1];
  }

  /** Where the client has it. */
  #isSentAsKnown(
    response: ServerResponse,
    requestId: string,
    tag: string,
    ifNoneMatch: string | undefined,
  ): boolean {
    if (ifNoneMatch === undefined || (ifNoneMatch !== ANY && !clientHas(ifNoneMatch, tag))) return false;
    response.writeHead(304, ["x-request-id", requestId, "etag", tag, ...this.#heads.notModified]).end();
    return true;
  }

  #whole(requestId: string, tag: string, length: number): string[] {
    const own = ["x-request-id", requestId, "etag", tag, "content-length", String(length)];
    return own.concat(this.#heads.whole);
  }

  #length(): number {
    const before = this.#before === null ? 0 : Buffer.byteLength(this.#before) + DAY_IN_BYTES;
    return before + (this.#body?.length ?? 0);
  }
}
