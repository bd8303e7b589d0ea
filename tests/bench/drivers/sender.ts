/** Posts a file, and prints how long the reply took and what it said. */
import { createReadStream } from "node:fs";
import { request } from "node:http";

const [url = "", file = "", headers = "{}"] = process.argv.slice(2);
const begun = performance.now();
const sending = request(url, { method: "POST", headers: JSON.parse(headers) }, (reply) => {
  const pieces: Buffer[] = [];
  reply.on("data", (piece: Buffer) => pieces.push(piece));
  reply.on("end", () => {
    const text = Buffer.concat(pieces).toString();
    if (reply.statusCode !== 201) throw new Error(`${reply.statusCode}: ${text.slice(0, 1000)}`);
    // The reply names every declaration; its beginning says how many were created.
    const { declarations: _, findings: __, ...summary } = JSON.parse(text);
    const told = { seconds: (performance.now() - begun) / 1000, text: JSON.stringify(summary) };
    console.log(JSON.stringify(told));
  });
});
createReadStream(file).pipe(sending);
