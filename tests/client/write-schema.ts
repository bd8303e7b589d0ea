/** `npm run client`: writes `src/client/schema.ts` anew from `openapi.yaml`. */
import { writeSchema } from "./schema-source.ts";

await writeSchema();
