/** `accession openapi`: the description of the service, which is committed as `openapi.yaml`. */
import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { version } from "../version.ts";
import { complain } from "./output.ts";

export function addOpenApi(program: Command): void {
  program
    .command("openapi")
    .description("print the OpenAPI document of the service")
    .option("--output <file>", "write it there instead")
    .action(async ({ output }: { output?: string }) => {
      // Loaded only here: no other command waits for the service.
      const { renderOpenApi } = await import("../http/openapi.ts");
      const text = await renderOpenApi(version());
      if (output === undefined) process.stdout.write(text);
      else {
        writeFileSync(output, text);
        complain(`${output} written.`);
      }
    });
}
