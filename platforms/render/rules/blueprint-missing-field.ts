import { factsOf } from "../../../domain/fact";
import { rule } from "../../../domain/rule";
import { REQUIRED } from "../parts";

export const blueprintMissingField = rule({
  id: "blueprint/missing-field",
  severity: "error",
  title: "A Blueprint's disks, databases and key value stores have the fields that Render asks for",
  why: "Render refuses a Blueprint in which such a field is missing, and changes nothing.",
  fix: "Write the field.",
  reference: "https://render.com/docs/blueprint-spec",
  preview: false,
  platforms: ["render"],
  hidesOthers: true,
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "manifest-part").flatMap(({ platform, part, place, fields }) =>
      (platform === "render" ? (REQUIRED[part] ?? []) : [])
        .filter((field) => !fields.has(field))
        .map((field) => ({
          place,
          what: part,
          expected: `the field \`${field}\``,
          got: "none",
          fix: FIXES[field] ?? `Write \`${field}\`.`,
        })),
    ),
  }),
});

const FIXES: Readonly<Record<string, string>> = {
  ipAllowList: "Write `ipAllowList: []`, with which Render's own network alone reaches it.",
  mountPath: "Write `mountPath`, such as `/data`.",
};
