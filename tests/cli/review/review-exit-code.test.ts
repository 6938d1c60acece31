import assert from "node:assert/strict";
import { reviewExitCode } from "../../../cli/review/review-exit-code";

const passes = { result: "passes", inCode: [], notSet: [] } as const;
const rejected = { ...passes, result: "rejected" } as const;
const unusable = { ...passes, result: "unusable" } as const;
const notSet = { ...passes, notSet: ["portcullis:databaseUrl"] };
const found = (severity: "error" | "warning") => ({
  ...passes,
  inCode: [{ severity, rule: "service/loopback-bind", place: "main.go:6", message: "" } as never],
});

describe("A review's exit code", () => {
  it("is 0 where every stack passes, and an audit finds no error in its code", () => {
    assert.equal(reviewExitCode([passes, passes]), 0);
    assert.equal(reviewExitCode([passes, found("warning")]), 0);
  });

  it("is 1 where a stack is rejected, or its code has an error", () => {
    assert.equal(reviewExitCode([passes, rejected]), 1);
    assert.equal(reviewExitCode([passes, found("error")]), 1);
    assert.equal(reviewExitCode([notSet, found("error")]), 1);
  });

  it("is 3 where all pass, and a secret is not set at which an update stops", () => {
    assert.equal(reviewExitCode([passes, notSet]), 3);
  });

  it("is 2 where nothing is known of a stack, whatever is wrong with another", () => {
    assert.equal(reviewExitCode([rejected, unusable, notSet]), 2);
  });

  it("says of an incident whether the pack did what its story says", () => {
    const visible = { visibleInPreview: true };
    const hidden = { visibleInPreview: false };
    assert.equal(reviewExitCode([rejected, passes], [visible, hidden]), 0);
    assert.equal(reviewExitCode([passes], [visible]), 1);
    assert.equal(reviewExitCode([rejected], [hidden]), 1);
    assert.equal(reviewExitCode([notSet], [hidden]), 0);
  });
});
