/** Compiles source against the client, with files that need not exist or stand for others. */
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PROJECT = `${ROOT}src/client/tsconfig.json`;

/** The options that the client itself is held to: a browser's, and nothing of Node. */
export function browserOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(PROJECT, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${ROOT}src/client`);
  return { ...options, noEmit: true, allowImportingTsExtensions: true };
}

/** @param files path from the root → text, in place of what is there or beside it; all are compiled. */
export function compile(
  files: Readonly<Record<string, string>>,
  options: ts.CompilerOptions = browserOptions(),
): ts.Program {
  const held = new Map(Object.entries(files).map(([path, text]) => [ROOT + path, text]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => held.has(path) || fileExists(path);
  host.readFile = (path) => held.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = held.get(path);
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version);
  };
  return ts.createProgram({ rootNames: [...held.keys()], options, host });
}

/** What the compiler has against it: `line: message`, the first sentence of each. */
export function complaints(program: ts.Program): string[] {
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    const text = typeof messageText === "string" ? messageText : messageText.messageText;
    return `${line}: ${text}`;
  });
}

/** The type that a file declares under a name. */
export function declaredType(program: ts.Program, path: string, name: string): ts.Type {
  const file = program.getSourceFile(ROOT + path);
  const statement = file?.statements.find(
    (each): each is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(each) && each.name.text === name,
  );
  if (statement === undefined) throw new Error(`${path} declares no type ${name}.`);
  return program.getTypeChecker().getTypeAtLocation(statement);
}
