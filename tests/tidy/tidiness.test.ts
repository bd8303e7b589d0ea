/** The repository is tidy, and planted faults that show that the check can fail. */
import { describe, expect, it } from "vitest";
import { committedFiles } from "./committed-files.ts";
import { tidinessFaults } from "./tidiness.ts";

const faultsOf = (path: string, text: string) => tidinessFaults(new Map([[path, text]]));
const lines = (count: number) => `/** Long. */\n${"let a;\n".repeat(count - 1)}`;
/** Written in parts, since this file is looked at too. */
const pathOf = (...parts: string[]) => parts.join("/");

describe("the repository", () => {
  it("is tidy", () => {
    expect(tidinessFaults(committedFiles())).toEqual([]);
  });

  it("is seen whole", () => {
    expect([...committedFiles().keys()]).toEqual(
      expect.arrayContaining([".ci/run", "LICENSE", "package-lock.json", "src/domain/day.ts"]),
    );
  });
});

describe("the check of tidiness", () => {
  it("fails when it sees no files", () => {
    expect(tidinessFaults(new Map())).toEqual(["no file was seen"]);
  });

  it("catches a source file over 300 lines, and only that", () => {
    expect(faultsOf("src/domain/x.ts", lines(300))).toEqual([]);
    expect(faultsOf("src/domain/x.ts", lines(301))).toEqual(["src/domain/x.ts has 301 lines, more than 300"]);
  });

  it("lets the generated schema of the client be long, and no other file", () => {
    expect(faultsOf("src/client/schema.ts", lines(301))).toEqual([]);
    expect(faultsOf("src/client/client.ts", lines(301))).toHaveLength(1);
    expect(faultsOf("src/http/schema.ts", lines(301))).toHaveLength(1);
  });

  it("catches a source file that does not say what it is for", () => {
    expect(faultsOf("src/domain/x.ts", "let a;\n")).toHaveLength(1);
    expect(faultsOf("src/explorer/x.tsx", "let a;\n")).toHaveLength(1);
    expect(faultsOf("src/explorer/x.css", "a {}\n")).toHaveLength(1);
    expect(faultsOf("src/cli/x.ts", "#!/usr/bin/env node\n/** A command. */\n")).toEqual([]);
  });

  it.each(["src/http/utils.ts", "src/types/x.ts", "tests/helpers/x.ts", "src/common.ts"])(
    "catches the name of %s",
    (path) => {
      expect(faultsOf(path, "/** x */\n")).toHaveLength(1);
    },
  );

  it("catches a test of a page that takes the address as the driver last heard it", () => {
    const text = 'expect(page.url()).toBe("/");\n';
    expect(faultsOf("tests/explorer/x.test.ts", text)).toHaveLength(1);
    expect(faultsOf("tests/explorer/x.test.ts", text.replace("page.url()", "await where(page)"))).toEqual([]);
  });

  it.each(["package-lock.json", "tests/bench/package-lock.json"])(
    "catches a %s bound to a registry",
    (path) => {
      expect(faultsOf(path, '{ "resolved": "https://registry.example/a.tgz" }')).toHaveLength(1);
    },
  );

  it.each([
    pathOf("", "home", "someone", "x"),
    pathOf("file://", "Users", "someone"),
    ["C:", "Users", "someone"].join("\\"),
  ])("catches the machine path %s", (path) => {
    expect(faultsOf("README.md", `See "${path}".`)).toEqual(["README.md:1 holds a machine path"]);
  });

  it.each(["https://example.org/home/page", "/v1/countries", "tests/tmp/x", "./work/x"])(
    "takes %s for no machine path",
    (text) => {
      expect(faultsOf("README.md", text)).toEqual([]);
    },
  );
});
