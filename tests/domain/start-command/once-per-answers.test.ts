import assert from "node:assert/strict";
import { oncePerAnswers } from "../../../domain/start-command/once-per-answers";

describe("what is read once for the same answers of its variables", () => {
  const counting = () => {
    const counted = { times: 0 };
    const read = oncePerAnswers((text, variable) => {
      counted.times += 1;
      const port = variable("PORT");
      return `${text} ${port ?? variable("APP_PORT") ?? "none"}`;
    });
    return { counted, read };
  };

  it("is not read again where each variable answers the same", () => {
    const { counted, read } = counting();
    assert.equal(
      read("serve", () => "8000"),
      "serve 8000",
    );
    assert.equal(
      read("serve", (name) => (name === "PORT" ? "8000" : undefined)),
      "serve 8000",
    );
    assert.equal(counted.times, 1);
  });

  it("is read again where one answers something else, and each of both is kept", () => {
    const { counted, read } = counting();
    const answers = ["8000", undefined, "8000", undefined];
    assert.deepEqual(
      answers.map((answer) => read("serve", (name) => (name === "PORT" ? answer : "9000"))),
      ["serve 8000", "serve 9000", "serve 8000", "serve 9000"],
    );
    assert.equal(counted.times, 2);
  });

  it("asks for the same names, whether it is read again or not", () => {
    const { read } = counting();
    const asked = [0, 1].map(() => {
      const names: string[] = [];
      read("serve", (name) => {
        names.push(name);
        return undefined;
      });
      return names;
    });
    assert.deepEqual(asked, [
      ["PORT", "APP_PORT"],
      ["PORT", "APP_PORT"],
    ]);
  });

  it("keeps few texts, and answers right after it has dropped them", () => {
    const { counted, read } = counting();
    for (let at = 0; at < 500; at += 1) read(`serve ${at}`, () => "1");
    assert.equal(
      read("serve 0", () => "2"),
      "serve 0 2",
    );
    assert.equal(counted.times, 501);
  });
});
