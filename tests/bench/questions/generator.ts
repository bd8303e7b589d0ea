/** The load generator itself: the servers must be the slower ones, also where all they send is `{}`. */
import { join } from "node:path";
import { keepReplies } from "../captured.ts";
import { bareHttp } from "../programs.ts";
import type { Question } from "../question.ts";
import { underLoad } from "../under-load.ts";

const TINY = {
  path: "/tiny",
  status: 200,
  headers: ["Content-Type", "application/json", "Content-Length", "2"],
  body: Buffer.from("{}").toString("base64"),
  text: "{}",
};

export const generator: Question = {
  name: "generator",
  title: "what the load generator can ask: bare node:http sending {}",
  ratios: [],
  prepare: async (scale) => {
    const file = join(scale.folder, "tiny.json");
    keepReplies(file, [TINY]);
    return [underLoad("bare node:http", scale, { program: bareHttp(file), requests: [TINY.path] })];
  },
};
