import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { auditFolder, pathInRepository } from "../../../audit";
import { printed } from "../../../cli/audit/output";
import { projectAlone } from "../../../cli/audit/project-alone";
import { inFolder } from "../../audit/written-folder";

const FILES = {
  "apps/api/Procfile": "web: uvicorn main:app --host 127.0.0.1 --port $PORT\n",
  "apps/api/.env.staging": "PORT=1\nPORT=1\n",
};

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

describe("an audit of the project that adopt writes", () => {
  const PROJECT = { "infra/Pulumi.yaml": "name: shop\n", "infra/policy/index.js": "" };
  const said = (files: Parameters<typeof inFolder>[0], within: string) =>
    inFolder(files, (folder) => projectAlone(path.join(folder, within))?.replaceAll(folder, "ROOT"));

  it("says nothing of a folder that is not there", () => {
    assert.equal(said({ "infra/Pulumi.yaml": "name: shop\n" }, "infra/nowhere"), undefined);
  });

  it("says what to type for the repository", () => {
    for (const within of ["infra", "infra/policy"])
      assert.match(
        said(PROJECT, within) ?? "",
        /repository \(ROOT\) is not read: type `portcullis audit \S+`/,
      );
  });

  it("says nothing of the repository itself, of another folder, or of a repository of its own", () => {
    assert.equal(said(PROJECT, ""), undefined);
    assert.equal(said({ ...PROJECT, "app/Procfile": "" }, "app"), undefined);
    assert.equal(said({ ...PROJECT, "infra/.git/HEAD": "" }, "infra"), undefined);
  });
});

describe("an audit that is started below the repository's root", () => {
  const inRepository = <T>(use: (folder: string) => T): T =>
    inFolder(FILES, (folder) => {
      execFileSync("git", ["init", "--quiet"], { cwd: folder });
      return use(path.join(folder, "apps/api"));
    });

  it("knows where it is in the repository", () => {
    inRepository((folder) => {
      assert.equal(pathInRepository(folder), "apps/api");
      assert.equal(pathInRepository(path.join(folder, "../..")), "");
    });
  });

  it("names files from the root in SARIF, and gives each result a fingerprint of its own", () => {
    inRepository((folder) => {
      const log = JSON.parse(
        printed(auditFolder(folder), "sarif", { prefix: pathInRepository(folder) }),
      ) as Log;
      const results = log.runs.flatMap((run) => run.results);
      assert.ok(results.length > 0);
      for (const { locations } of results)
        for (const { physicalLocation } of locations)
          assert.match(physicalLocation.artifactLocation.uri, /^apps\/api\//);
      const prints = results.map(({ partialFingerprints }) => partialFingerprints["portcullisFinding/v1"]);
      assert.equal(new Set(prints).size, results.length);
    });
  });

  it("names them so in annotations", () => {
    inRepository((folder) => {
      const lines = printed(auditFolder(folder), "github", { prefix: pathInRepository(folder) });
      assert.match(lines, /^::error file=apps\/api\/Procfile,line=1,/m);
    });
  });
});
