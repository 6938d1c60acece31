import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { knownUnless } from "../domain/knowable";
import { rule } from "../domain/rule";

export const serviceImportCase = rule({
  id: "service/import-case",
  severity: "error",
  title: "Imports are written as their files are named",
  why: "The file systems of macOS and Windows find `./Users` in users.js; those of platforms do not, and the service ends with a missing module.",
  fix: "Write the import as the file is named.",
  reference: "https://www.typescriptlang.org/tsconfig/#forceConsistentCasingInFileNames",
  prevents: ["import/missing-module"],
  check: (facts) =>
    judgeEach(
      factsOf(facts, "misspelt-import"),
      ({ unsure, file }) => knownUnless(unsure, file),
      (file, { place, wanted }) => ({
        place,
        what: `the import of \`${wanted}\``,
        expected: `the letters of ${file}`,
        got: "others",
        fix: `Write it as ${file} is named.`,
      }),
    ),
});
