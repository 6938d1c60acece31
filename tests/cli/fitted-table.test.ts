import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { fittedTable } from "../../cli/fitted-table";

const GREEN = (text: string): string => `\x1b[32m${text}\x1b[39m`;
const NAME = "a-very-long-name-of-a-service-".repeat(20);

const widest = (table: string): number =>
  Math.max(
    ...stripVTControlCharacters(table)
      .split("\n")
      .map((line) => line.length),
  );

/** What the cells of a column say, from line to line. */
const column = (table: string, at: number): string =>
  stripVTControlCharacters(table)
    .split("\n")
    .filter((line) => line.startsWith("│"))
    .map((line) => line.split("│")[at + 1]?.trim() ?? "")
    .join("");

describe("A table", () => {
  const rows = [[NAME, GREEN("verified\nand more"), "8000"]];

  for (const columns of [60, 80, 200]) {
    it(`is no wider than a terminal of ${columns} letters, and loses none of its own, colours or not`, () => {
      const table = fittedTable(["service", "result", "port"], rows, {}, columns);
      assert.ok(widest(table) <= columns, table);
      assert.equal(column(table, 0), `service${NAME}`);
      assert.equal(column(table, 1), "resultverifiedand more");
    });
  }

  it("breaks a very long line alone where the output is no terminal", () => {
    const table = fittedTable(["service", "result"], [[NAME, "verified"]], {}, undefined);
    assert.ok(widest(table) <= 140, table);
    assert.equal(column(table, 0), `service${NAME}`);
    const host = "aws-0-us-west-1.pooler.supabase.com:6543 (transaction)";
    assert.ok(fittedTable(["database"], [[host]], {}, undefined).includes(host));
  });

  it("is a list where a terminal is too narrow for its columns, and loses none of its own", () => {
    const head = ["", "direct", GREEN("session\n(declared)")];
    const table = fittedTable(
      head,
      [
        ["names", "none\n(ENOTFOUND)", GREEN("1.2.3.4")],
        ["login", "", "yes"],
      ],
      {},
      30,
    );
    assert.deepEqual(stripVTControlCharacters(table).split("\n"), [
      "names",
      "  direct: none (ENOTFOUND)",
      "  session (declared): 1.2.3.4",
      "login",
      "  session (declared): yes",
    ]);
    const marked = fittedTable(
      ["", "key", "why"],
      [
        ["?", "plan", "traffic"],
        ["", "port", ""],
      ],
      {},
      12,
    );
    assert.deepEqual(marked.split("\n"), ["? plan", "  why: traffic", "port"]);
    assert.ok(table.includes("\x1b[32m1.2.3.4\x1b[39m"));
    assert.ok(fittedTable(["service", "result", "port"], rows, {}, 12).includes(NAME));
  });

  it("is a table wherever its columns fit, however narrow", () => {
    assert.match(fittedTable(["a", "b"], [["1", "2"]], {}, 12), /^┌/);
    assert.match(fittedTable(["service", "result", "port"], rows, {}, 34), /^┌/);
    assert.match(fittedTable(["service", "result", "port"], rows, {}, 29), /^a-very/);
  });

  it("breaks no word while another column can be narrower", () => {
    const host = "aws-0-us-west-1.pooler.supabase.com:6543";
    const words = "a sentence of several words that is as long as this one is";
    const rows = [[host, words, host, words]];
    for (const columns of [110, 120, 140]) {
      const table = fittedTable(["one", "two", "three", "four"], rows, {}, columns);
      assert.ok(widest(table) <= columns, table);
      assert.equal(table.split(host).length, 3, table);
      assert.match(table, / sentence /);
    }
    // Where none can, the longest is broken.
    const narrow = fittedTable(["one", "two"], [[host, host]], {}, 60);
    assert.ok(widest(narrow) <= 60, narrow);
    assert.equal(column(narrow, 1), `two${host}`);
  });

  it("breaks between words where a line has any, with their colours", () => {
    const words = GREEN("passes: only a login can show it");
    const lines = stripVTControlCharacters(fittedTable(["preview"], [[words]], {}, 20)).split("\n");
    const said = lines.filter((line) => line.startsWith("│")).map((line) => line.slice(1, -1).trim());
    assert.deepEqual(said, ["preview", "passes: only a", "login can show", "it"]);
    assert.ok(widest(fittedTable(["preview"], [[words]], {}, 20)) <= 20);
  });
});
