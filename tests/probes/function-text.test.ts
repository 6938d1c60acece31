import assert from "node:assert/strict";
import { readFunctionText } from "../../probes/function-text";

describe("What the text of a PL/pgSQL function shows of what it uses", () => {
  const CASES: readonly [what: string, body: string, tables: readonly string[], runsMore?: true][] = [
    [
      "each statement that writes",
      "insert into audit.log values (1); update only kept set n = 1; delete from a.b;",
      ["INSERT audit.log", "UPDATE kept", "DELETE a.b"],
    ],
    [
      "an alias, and names in quotes",
      'UPDATE "Audit"."Log" AS l SET n = 1; INSERT INTO Ships (id) VALUES (1)',
      ["INSERT ships", "UPDATE Audit.Log"],
    ],
    [
      "what it reads",
      "SELECT n INTO total FROM app.totals JOIN app.parts USING (id)",
      ["SELECT app.totals", "SELECT app.parts"],
    ],
    [
      "no comment and no text",
      "-- INSERT INTO a\n/* UPDATE b SET c */ RAISE NOTICE 'delete from d'; PERFORM pg_notify('x', 'y');",
      [],
    ],
    [
      "no comparison, no function and no lock",
      "IF new.a IS DISTINCT FROM old.a THEN PERFORM 1 FROM f(2); END IF; x := extract(epoch FROM now());",
      [],
    ],
    [
      "no conflict's own update",
      "INSERT INTO kept VALUES (1) ON CONFLICT DO UPDATE SET n = 2",
      ["INSERT kept"],
    ],
    ["SQL that it makes", "EXECUTE format('INSERT INTO %I', a)", [], true],
  ];
  for (const [what, body, tables, runsMore = false] of CASES) {
    it(`is ${what}`, () => {
      const text = readFunctionText(`BEGIN ${body}; RETURN new; END`);
      const found = text.tables.map(
        ({ schema, name, right }) => `${right} ${schema === undefined ? "" : `${schema}.`}${name}`,
      );
      assert.deepEqual([found, text.runsMore], [tables, runsMore]);
    });
  }

  const calls = (body: string) =>
    readFunctionText(body).calls.map(({ kind, schema, name, does }) =>
      [kind, schema === undefined ? name : `${schema}.${name}`, ...(does ? ["does"] : [])].join(" "),
    );
  it("is which functions it calls, with their schema and without, and what it calls for what they do", () => {
    assert.deepEqual(calls("PERFORM audit.note(1); CALL keep(); x := a.b(c(1));"), [
      "function audit.note does",
      "function keep does",
      "function a.b",
      "function c",
    ]);
  });

  it("is no table's columns, and no name in a text or a comment", () => {
    assert.deepEqual(
      calls("INSERT INTO kept (a) SELECT 1; INSERT INTO a.kept(b) SELECT 2; -- f(1)\n x := 'g(2)';"),
      [],
    );
  });
});
