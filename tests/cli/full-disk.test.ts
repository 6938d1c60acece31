import assert from "node:assert/strict";
import { fullDiskSentence } from "../../cli/full-disk";

describe("A disk that takes no more", () => {
  it("is said in one sentence, with the file that could not be written and what to do", () => {
    const error = Object.assign(new Error("ENOSPC: no space left on device, copyfile"), {
      ...{ code: "ENOSPC", path: "/from/a.py", dest: "/cache/rehearsals/1-a/sources/a.py" },
    });
    assert.equal(
      fullDiskSentence(error),
      "/cache/rehearsals/1-a/sources/a.py: expected a disk that can be written, got ENOSPC, a full disk. " +
        "Make room there, or choose other folders by TMPDIR and PORTCULLIS_CACHE; then try again.",
    );
    assert.match(
      fullDiskSentence({ code: "EROFS", path: "/home/ada/.cache" }) ?? "",
      /^\/home\/ada\/\.cache: expected .* got EROFS, a disk that cannot be written\. Choose other folders by /,
    );
    assert.match(fullDiskSentence({ code: "EDQUOT" }) ?? "", /^expected a disk .*got EDQUOT, a quota/);
  });

  it("is no other error's cause", () => {
    for (const error of [
      new Error("ENOSPC"),
      Object.assign(new Error(), { code: "ENOENT" }),
      undefined,
      "ENOSPC",
    ])
      assert.equal(fullDiskSentence(error), undefined);
  });
});
