import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { repositoryOf } from "../../../audit/walk/repository";
import { inFolder } from "../written-folder";

const FILES = ["app/main.py", "app/models/user.py", "app-two/main.py", "main.py", "app/page.md"];

describe("the files of a walk", () => {
  const repository = repositoryOf("/nowhere", FILES);

  it("are found by their extension below a folder, and not below one whose name begins alike", () => {
    assert.deepEqual(repository.below("app", ".py"), ["app/main.py", "app/models/user.py"]);
    assert.deepEqual(repository.below("app/models", ".py"), ["app/models/user.py"]);
    assert.deepEqual(repository.below("", ".py"), repository.ending(".py"));
    assert.deepEqual(repository.below("none", ".py"), []);
  });

  it("are listed once for an extension, however many services ask", () => {
    assert.equal(repository.ending(".py"), repository.ending(".py"));
    assert.equal(repository.below("app", ".py"), repository.below("app", ".py"));
  });

  it("leave out what git's lists name, a clone's own too, whether it is there or not", () =>
    inFolder(
      { ".git/info/exclude": "own.py\n", ".gitignore": "build/\n", "app/.gitignore": "*.log\n" },
      (folder) => {
        const { ignores } = repositoryOf(folder, []);
        const files = ["own.py", "app/own.py", "build/a.py", "app/a.log", "a.log", "app/a.py", "../own.py"];
        assert.deepEqual(files.filter(ignores), ["own.py", "app/own.py", "build/a.py", "app/a.log"]);
      },
    ));

  it("lacks what is nowhere on the disk, also below a file, and not what is left out or behind a link", () =>
    inFolder({ "a.py": "", "left/out.py": "" }, (folder) => {
      symlinkSync("left", path.join(folder, "link"));
      const { lacks } = repositoryOf(folder, ["a.py"]);
      assert.deepEqual(
        ["a.py", "a.py/b", "left", "left/out.py", "left/b", "link/b", "b/c", "../b", "b\0"].map((file) =>
          lacks(file),
        ),
        [false, true, false, false, true, false, true, false, false],
      );
    }));
});
