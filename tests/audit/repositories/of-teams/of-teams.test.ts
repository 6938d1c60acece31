import assert from "node:assert/strict";
import { type Audit, auditFolder } from "../../../../audit";
import { planFixes } from "../../../../audit/fixes";
import { inFolder } from "../../written-folder";
import { repositoriesOf } from "./read";

const STACKS = ["python", "node", "compiled", "ruby-php-elixir"];
const BESIDE = [
  "siblings",
  "launched",
  "followed-on",
  "sites",
  "beside",
  "beside-more",
  "dotnet",
  "settings",
  "kin",
  "routes",
  "missed",
];
const FAULTY = [
  ...STACKS,
  "blueprint",
  ...BESIDE,
  ...["second", "third", "fourth"].flatMap((batch) =>
    [...STACKS, "blueprint"].map((list) => `${batch}/${list}`),
  ),
];
const SOUND = [
  ...STACKS,
  "platforms",
  "fourth-kin",
  ...BESIDE,
  ...["second", "third", "fourth"].flatMap((batch) =>
    [...STACKS, "platforms"].map((list) => `${batch}/${list}`),
  ),
];

/** Faulty ones that the audit says nothing of, or not at the line that is meant. */
const MISSED: readonly string[] = [
  "a pool that verifies a certificate whose authority it does not know",
  "a pool that trusts only the well-known authorities",
  "a worker that reads the uploads from the web service's disk",
  "two services of Fly, and a listener that one of them does not ask",
  "a listener on loopback that Fly asks, and a public one beside it",
  "a command that names the sources' folder below the output",
  "a module that is required first, for development alone",
  "a proxy of a compose stack that asks the API on another port",
];

/** What is found, as `rule file:line`. */
function found({ findings }: Audit, isCounted: (severity: string) => boolean): readonly string[] {
  return findings.flatMap(({ rule, place, severity }) =>
    place.source === "file" && isCounted(severity) ? [`${rule} ${place.file}:${place.line ?? ""}`] : [],
  );
}

describe("a repository as teams have it", () => {
  for (const { name, files, anyOf } of FAULTY.flatMap((list) => repositoriesOf(`${list}-faulty`)))
    it(`is ${MISSED.includes(name) ? "missed" : "found faulty"}: ${name}`, () =>
      inFolder(files, (folder) => {
        const all = found(auditFolder(folder), () => true);
        const isMeant = (one: string): boolean =>
          anyOf.some((asked) => (asked.endsWith(":") ? one.startsWith(asked) : one === asked));
        const said = `${anyOf.join(" or ")} in ${all.join(", ") || "nothing"}`;
        assert.equal(all.some(isMeant), !MISSED.includes(name), said);
      }));

  for (const { name, files } of SOUND.flatMap((list) => repositoriesOf(`${list}-sound`)))
    it(`is found sound: ${name}`, () =>
      inFolder(files, (folder) => {
        const { audit, files: changed } = planFixes(folder, {});
        assert.deepEqual(
          found(audit, (severity) => severity !== "note"),
          [],
        );
        assert.deepEqual(changed, []);
      }));
});
