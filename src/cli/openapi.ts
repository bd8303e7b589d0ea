/** `accession openapi`: the description of the service, which is committed as `openapi.yaml`. */
import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { renderOpenApi } from "../http/openapi.ts";
import { version } from "../main.ts";
import { complain } from "./output.ts";

export function addOpenApi(program: Command): void {
  program
    .command("openapi")
    .description("print the OpenAPI document of the service")
    .option("--output <file>", "write it there instead")
    .action(async ({ output }: { output?: string }) => {
      const text = await renderOpenApi(version());
      if (output === undefined) process.stdout.write(text);
      else {
        writeFileSync(output, text);
        complain(`${output} written.`);
      }
    });
}
