import assert from "node:assert/strict";
import { remembered, rememberedOfWords } from "../../domain/remembered";

describe("what is asked of the same text", () => {
  const counting = () => {
    const counted = { times: 0 };
    const ask = remembered((text, name): string | undefined => {
      counted.times += 1;
      return text === "" ? undefined : `${name}=${text}`;
    });
    return { counted, ask };
  };

  it("is answered once for each text and name, also where the answer is that there is none", () => {
    const { counted, ask } = counting();
    assert.deepEqual(
      ["a", "", "a", ""].map((text) => ask(text, "X")),
      ["X=a", undefined, "X=a", undefined],
    );
    assert.equal(counted.times, 2);
    assert.equal(ask("a", "Y"), "Y=a");
    assert.equal(ask("a"), "=a");
    assert.equal(counted.times, 4);
  });

  it("is asked again for a long text, and after many others", () => {
    const { counted, ask } = counting();
    for (const _ of [1, 2]) ask("a".repeat(3_000));
    assert.equal(counted.times, 2);
    for (let at = 0; at < 1_000; at += 1) ask(String(at));
    assert.equal(ask("0"), "=0");
    assert.equal(counted.times, 1_003);
  });

  it("is asked of words as they are, with blanks and without any", () => {
    const counted = { times: 0 };
    const ask = rememberedOfWords((words) => {
      counted.times += 1;
      return JSON.stringify(words);
    });
    for (const words of [["sh", "-c", "a b"], ["sh", "-c", "a", "b"], [""], []])
      for (const _ of [1, 2]) assert.equal(ask(words), JSON.stringify(words));
    assert.equal(counted.times, 5);
  });
});
