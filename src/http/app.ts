/** The service as a value: everything it answers, without a socket. */

import type { IncomingMessage, ServerResponse } from "node:http";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyServerOptions,
  type RawServerDefault,
} from "fastify";
import type { Keys } from "../ledger/keys.ts";
import type { Store } from "../ledger/store.ts";
import { Doorkeeper } from "./authorization.ts";
import { OF_NOT_MODIFIED } from "./caching.ts";
import { changeRoutes } from "./changes.ts";
import { claimRoutes } from "./claims.ts";
import { coalitionRoutes } from "./coalitions.ts";
import { compressReplies } from "./compression.ts";
import { countryRoutes } from "./countries.ts";
import { declarationRoutes } from "./declarations.ts";
import { Directory } from "./directory.ts";
import { documentation } from "./documentation.ts";
import { explorer } from "./explorer.ts";
import { findingRoutes } from "./findings.ts";
import { healthRoutes } from "./health.ts";
import { knowledgeRoutes } from "./knowledge.ts";
import { ledgerFeedRoutes } from "./ledger-feed.ts";
import { loggerOptions } from "./logging.ts";
import { lookupRoutes } from "./lookup.ts";
import { memberRoutes } from "./members.ts";
import { membershipRoutes } from "./memberships.ts";
import { metaRoutes } from "./meta.ts";
import { networkRoutes } from "./network.ts";
import { overlapRoutes } from "./overlap.ts";
import { panelRoutes } from "./panel.ts";
import { answerExpectations, answerParserError } from "./parser-problems.ts";
import { partyRoutes } from "./parties.ts";
import { problemRoutes } from "./problem-pages.ts";
import { frameworkProblem, handleProblems } from "./problems.ts";
import { limitRate } from "./rate-limit.ts";
import { ReadyReplies } from "./ready-replies.ts";
import { nextRequestId } from "./request-id.ts";
import { revisionRoutes } from "./revisions.ts";
import { searchRoutes } from "./search.ts";
import type { Service } from "./service.ts";
import { sharedRoutes } from "./shared.ts";
import { sourceRoutes } from "./sources.ts";
import { endStillConnections } from "./still-connections.ts";
import { strictQueries } from "./strict-query.ts";
import { timelineRoutes } from "./timeline.ts";
import { writingRoutes } from "./writing-routes.ts";

export interface HttpSettings {
  /** Of the software, as its package states it. */
  readonly version: string;
  /** As pino names levels; `silent` for none. */
  readonly logLevel: string;
  /** In bytes. */
  readonly bodyLimit: number;
  /** Whose `X-Forwarded-For` is believed. */
  readonly trustProxy: boolean | string | number;
  /** Requests a minute from one address; no limit if left out, or 0. */
  readonly rateLimit?: number;
  /** Whether every write is refused; none is, if left out. */
  readonly readOnly?: boolean;
  /** The folder of the built explorer; without it the service has no pages but its documentation. */
  readonly explorer?: string | null;
  /** How much of what was sent is kept, to be sent again. */
  readonly keptBytes?: number;
}

/** An instance whose routes know the types of their schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

const LOGS_REQUESTS = ["trace", "debug", "info"];
const KEPT_BYTES = 48 * 1024 ** 2;
const LONGEST_ID = 200;
const LARGEST_HEAD_IN_BYTES = 16_384;
const TIME_LIMITS_IN_MS = {
  /** For the whole request to arrive. */
  requestTimeout: 30_000,
  /** Without any byte on the connection: between two requests, or while a reply is sent. Clients are told. */
  keepAliveTimeout: 72_000,
};

type Compilers = NonNullable<NonNullable<FastifyServerOptions["schemaController"]>["compilersFactory"]>;

/** Given at once, so that those of the framework need not be loaded; it types them as its own. */
const OWN_COMPILERS = {
  buildValidator: () => strictQueries,
  // Replies are written as they are: what does not fit its schema is for the tests to see, not to be hidden.
  buildSerializer: () => () => (body: unknown) => JSON.stringify(body),
} as unknown as Compilers;

const ROUTES: readonly ((app: App, service: Service) => void)[] = [
  coalitionRoutes,
  memberRoutes,
  timelineRoutes,
  changeRoutes,
  claimRoutes,
  countryRoutes,
  partyRoutes,
  membershipRoutes,
  searchRoutes,
  sharedRoutes,
  overlapRoutes,
  panelRoutes,
  networkRoutes,
  lookupRoutes,
  declarationRoutes,
  revisionRoutes,
  findingRoutes,
  sourceRoutes,
  knowledgeRoutes,
  ledgerFeedRoutes,
  healthRoutes,
  problemRoutes,
];

export function buildApp({
  store,
  keys = null,
  clock,
  settings,
}: {
  readonly store: Store;
  /** Without keys nobody can write. */
  readonly keys?: Keys | null;
  readonly clock: () => Date;
  readonly settings: HttpSettings;
}): FastifyInstance {
  const { version, logLevel, bodyLimit, trustProxy, readOnly = false, rateLimit = 0 } = settings;
  const { explorer: pages = null, keptBytes = KEPT_BYTES } = settings;
  const app = Fastify({
    logger: loggerOptions(logLevel),
    genReqId: nextRequestId,
    schemaController: { compilersFactory: OWN_COMPILERS },
    bodyLimit,
    trustProxy: typeof trustProxy === "number" ? (_address, hop) => hop < trustProxy : trustProxy,
    ...TIME_LIMITS_IN_MS,
    routerOptions: { maxParamLength: LONGEST_ID },
    // A request without Host is refused by us, with a problem; Node would send an empty reply.
    http: { maxHeaderSize: LARGEST_HEAD_IN_BYTES, requireHostHeader: false },
    // While closing, what has arrived is still answered.
    return503OnClosing: false,
    frameworkErrors: frameworkProblem,
    clientErrorHandler: (error, socket) => answerParserError(app.log, error, socket),
  });
  const directory = new Directory(app);
  const ready = new ReadyReplies({ store, clock }, keptBytes);
  answerExpectations(app.server);
  endStillConnections(app.server, TIME_LIMITS_IN_MS.keepAliveTimeout);
  // What is ready is answered first of all, unless it is to be counted first.
  if (rateLimit === 0) ready.answerIn(app);
  if (rateLimit === 0 && !LOGS_REQUESTS.includes(logLevel)) ready.answerAhead(app);
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    if (request.method === "OPTIONS") reply.header("allow", allowed(directory, request.url));
    done();
  });
  app.register(helmet, {
    crossOriginResourcePolicy: { policy: "cross-origin" },
    // It would ask for the scripts of /docs by https, also where the service is served by http alone.
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  });
  app.register(cors, {
    origin: "*",
    methods: ["GET", "HEAD", "POST"],
    exposedHeaders: ["Link", "ETag", "Retry-After", "X-Request-Id", "Content-Disposition"],
    strictPreflight: false,
  });
  limitRate(app, rateLimit);
  if (rateLimit > 0) ready.answerIn(app);
  app.addHook("onSend", (_request, reply, payload, done) => {
    done(null, reply.statusCode === 304 ? bare(reply) : payload);
  });
  compressReplies(app);
  ready.keepIn(app);
  explorer(app, pages);
  handleProblems(app, directory);
  documentation(app, version);
  app.register((scope, _options, done) => {
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    const service = { store, clock, version, ready };
    metaRoutes(typed, service, directory);
    for (const routes of ROUTES) routes(typed, service);
    writingRoutes(scope, { ...service, door: new Doorkeeper(keys, clock, readOnly), bodyLimit });
    done();
  });
  return app;
}

/** A 304 has no body, and nothing is said of one. */
function bare(reply: FastifyReply): null {
  for (const name of reply.raw.getHeaderNames())
    if (!OF_NOT_MODIFIED.test(name)) reply.raw.removeHeader(name);
  for (const name of Object.keys(reply.getHeaders()))
    if (!OF_NOT_MODIFIED.test(name)) reply.removeHeader(name);
  return null;
}

function allowed(directory: Directory, url: string): string {
  return [...directory.methodsOf(url.split("?", 1)[0] as string), "OPTIONS"].join(", ");
}
