import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { foundInCode } from "../../../cli/review/found-in-code";
import { reviewedStack, reviewReport } from "../../../cli/review/report";
import { readStackFile } from "../../../cli/stacks/stack-file";
import { inFolder } from "../../audit/written-folder";

const FILES = {
  "infra/Pulumi.production.yaml":
    "config:\n  portcullis:services:\n    shop: { name: shop, repository: git@github.com:acme/shop.git, rootDirectory: shop }\n",
  "infra/Pulumi.other.yaml":
    "config:\n  portcullis:service: { name: shop, repository: https://github.com/acme/other }\n",
  "shop/go.mod": "module acme.com/shop\n\ngo 1.25\n",
  "shop/main.go":
    'package main\n\nimport "net/http"\n\nfunc main() {\n\tsrv := &http.Server{Addr: "localhost:9000"}\n\tsrv.ListenAndServe()\n}\n',
  "tools/server.js": 'require("http").createServer().listen(process.env.PORT, "127.0.0.1");\n',
};

const checkedOut = (folder: string): string => {
  execFileSync("git", ["init", "-q", folder]);
  execFileSync("git", ["-C", folder, "remote", "add", "origin", "https://github.com/acme/shop"]);
  return path.join(folder, "infra");
};

describe("what the code of a reviewed stack says otherwise", () => {
  it("is told with its place where the project is in the services' own checkout", () =>
    inFolder(FILES, async (folder) => {
      const project = checkedOut(folder);
      const file = await readStackFile(project, "production");
      const found = (await foundInCode(project))(file);
      assert.deepEqual(
        found.map(({ rule, place }) => `${rule} ${place}`),
        ["service/loopback-bind shop/main.go:6:28"],
      );
      const reviewed = reviewedStack(file, { exitCode: 0, output: "", stdout: "" }, 1, undefined, found);
      assert.match(
        reviewReport([reviewed], 1),
        /production: not decided by a preview, and found in its code: error service\/loopback-bind shop\/main\.go:6:28: bind address: expected 0\.0\.0\.0, got localhost\./,
      );
      const rejected = {
        exitCode: 1,
        output: "- [mandatory] service-loopback-bind (shop/main.go:6)",
        stdout: "",
      };
      assert.deepEqual(reviewedStack(file, rejected, 1, undefined, found).inCode, []);
    }));

  it("is nothing where the services come from another repository, or the project is in no checkout", () =>
    inFolder(FILES, async (folder) => {
      const project = path.join(folder, "infra");
      const file = await readStackFile(project, "production");
      assert.deepEqual((await foundInCode(project))(file), []);
      checkedOut(folder);
      assert.deepEqual((await foundInCode(project))(await readStackFile(project, "other")), []);
    }));
});
