import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const FILES = {
  "blue.env": "API_KEY=your-api-key\n",
  "deep/green.env": "API_KEY=your-api-key\n",
};

const environmentsOf = (...environments: readonly { pattern: string; name: string }[]) =>
  inFolder(FILES, (folder) =>
    auditFolder(folder, { environments }).findings.map(({ place, severity, environments: names }) => {
      const file = place.source === "file" ? place.file : "";
      return `${file} ${severity} ${names.join("+")}`;
    }),
  );

describe("which environment a file is for", () => {
  it("can be set, and errors of a deployed one count as such", () => {
    assert.deepEqual(
      environmentsOf({ pattern: "blue.env", name: "production" }, { pattern: "/deep/", name: "staging" }),
      ["blue.env error production", "deep/green.env error staging"],
    );
  });

  it("is what the last pattern says that fits", () => {
    assert.deepEqual(
      environmentsOf({ pattern: "*.env", name: "production" }, { pattern: "green.env", name: "local" }),
      ["blue.env error production", "deep/green.env warning local"],
    );
  });

  it("comes from the name where no pattern fits", () => {
    const told = inFolder({ ".env.staging": "API_KEY=your-api-key\n" }, (folder) =>
      auditFolder(folder, { environments: [{ pattern: "*.txt", name: "production" }] }),
    );
    assert.deepEqual(told.services[0]?.environments, ["staging"]);
  });
});
