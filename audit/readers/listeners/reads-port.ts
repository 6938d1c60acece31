import { type Fact, known } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import type { SourceFile } from "../../walk/source-file";

/** How each language asks its environment for PORT. */
const READS_PORT: readonly { readonly files: RegExp; readonly form: RegExp }[] = [
  // Go's own, and the tags of caarlos0/env, kelseyhightower/envconfig and sethvargo/go-envconfig
  { files: /\.go$/, form: /\bos\.(?:Getenv|LookupEnv)\(\s*"PORT"|\benv(?:config)?:"PORT[",]/ },
  { files: /\.rs$/, form: /\benv::var(?:_os)?\(\s*"PORT"/ },
  { files: /\.(?:kt|java)$/, form: /\bSystem\.getenv\(\s*"PORT"/ },
  { files: /\.cs$/, form: /\bGetEnvironmentVariable\(\s*"PORT"/ },
  { files: /\.exs$/, form: /\bSystem\.(?:get_env|fetch_env!?)\(\s*"PORT"/ },
  { files: /\.rb$/, form: /\bENV(?:\.fetch\(|\[)\s*["']PORT["']/ },
  { files: /\.(?:properties|ya?ml)$/, form: /\$\{PORT(?::[^}\n]*)?\}/ },
];

/** That code takes its port from PORT: then a PORT that a command or a script sets is what it opens. */
export function readsPort({ path, text }: SourceFile): readonly Fact[] {
  for (const { files, form } of READS_PORT) {
    const at = files.test(path) ? text.search(form) : -1;
    if (at < 0) continue;
    return [
      { kind: "wanted-variable", name: "PORT", required: known(false), place: placeAt(path, text, at) },
    ];
  }
  return [];
}
