import assert from "node:assert/strict";
import { repositoryOf } from "../../../audit/walk/repository";

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
});
