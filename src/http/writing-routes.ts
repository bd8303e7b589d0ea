/** The writing paths together: each needs a key, and reads its body itself, as it arrives. */
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import type { WritingService } from "./writing.ts";
import { writingClaimRoutes } from "./writing-claims.ts";
import { writingDeclarationRoutes } from "./writing-declarations.ts";
import { writingRegistryRoutes } from "./writing-registry.ts";

export function writingRoutes(app: FastifyInstance, service: WritingService): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, parsed) => parsed(null, payload));
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    writingDeclarationRoutes(typed, service);
    writingClaimRoutes(typed, service);
    writingRegistryRoutes(typed, service);
    done();
  });
}
