import assert from "node:assert/strict";
import { locate } from "../../../audit/fixes/locate";
import type { Edit } from "../../../domain";

type At = { readonly line: number; readonly column?: number; readonly key?: string };

const edited = (bytes: string, edit: Edit, at: At): string | undefined => {
  const found = locate(bytes, edit, { source: "file", file: "a", ...at });
  return found && bytes.slice(0, found.from) + found.text + bytes.slice(found.to);
};

const TO_8000 = { replace: "9000", by: "8000" };
const BIND = { replace: "127.0.0.1", by: "0.0.0.0", after: ["--host", "-b"] };

describe("the place of an edit", () => {
  const CASES: readonly (readonly [string, string, Edit, At, string | undefined])[] = [
    ["is the one text of the line", "a\nPORT=9000\n9000", TO_8000, { line: 2 }, "a\nPORT=8000\n9000"],
    ["is a whole word", "19000 9000 9000.5 x9000", TO_8000, { line: 1 }, "19000 8000 9000.5 x9000"],
    [
      "stands at the column or after",
      "9000 EXPOSE 9000",
      TO_8000,
      { line: 1, column: 6 },
      "9000 EXPOSE 8000",
    ],
    ["is at the very column, of two", "f(9000, 9000)", TO_8000, { line: 1, column: 3 }, "f(8000, 9000)"],
    [
      "is behind the column's quote, of two",
      'f("9000", 9000)',
      TO_8000,
      { line: 1, column: 3 },
      'f("8000", 9000)',
    ],
    [
      "is the variable's, of two",
      "PORT='9000' # 9000",
      TO_8000,
      { line: 1, key: "PORT" },
      "PORT='8000' # 9000",
    ],
    ["is behind the flag", "127.0.0.1 --host 127.0.0.1", BIND, { line: 1 }, "127.0.0.1 --host 0.0.0.0"],
    ["is behind a flag's sign", "x --host=127.0.0.1", BIND, { line: 1 }, "x --host=0.0.0.0"],
    ["is behind a flag of a list", '["-b", "127.0.0.1:80"]', BIND, { line: 1 }, '["-b", "0.0.0.0:80"]'],
    [
      "is behind a flag and a scheme",
      "-b tcp://127.0.0.1:$PORT",
      BIND,
      { line: 1 },
      "-b tcp://0.0.0.0:$PORT",
    ],
    ["is not behind a scheme alone", "-c tcp://127.0.0.1:80", BIND, { line: 1 }, undefined],
    ["is on a line that a backslash adds", "x \\\r\n 9000\r\n", TO_8000, { line: 1 }, "x \\\r\n 8000\r\n"],
    [
      "is found behind letters that are no ASCII",
      "\u00c3\u00a9 9000",
      TO_8000,
      { line: 1, column: 3 },
      "\u00c3\u00a9 8000",
    ],
    ["is not either of two", "9000 9000", TO_8000, { line: 1 }, undefined],
    ["is not on the next line", "x\n9000", TO_8000, { line: 1 }, undefined],
    [
      "is not behind another word",
      "--hosts 127.0.0.1",
      { ...BIND, after: ["--port"] },
      { line: 1 },
      undefined,
    ],
    ["is not on a line that is not there", "9000", TO_8000, { line: 2 }, undefined],
    ["is unknown where a carriage return may end a line", "x\r9000\n9000", TO_8000, { line: 2 }, undefined],
    [
      "is none for a text that is no ASCII",
      "caf\u00e9",
      { replace: "caf\u00e9", by: "x" },
      { line: 1 },
      undefined,
    ],
  ];
  for (const [title, bytes, edit, at, expected] of CASES) {
    it(title, () => assert.equal(edited(bytes, edit, at), expected));
  }
});
