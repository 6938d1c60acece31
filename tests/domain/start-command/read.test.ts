import assert from "node:assert/strict";
import fc from "fast-check";
import { isLoopback, readStart, readStartCommand } from "../../../domain";

describe("a start command", () => {
  it("is not understood where it is longer than any that a person wrote", () => {
    const { listeners, unknown, ends } = readStart(
      `a=b; ${"c=d;".repeat(100_000)} uvicorn main:app --port 1`,
    );
    assert.deepEqual([listeners, unknown, ends], [[], "a=b;", undefined]);
  });

  it("is read without an error, whatever somebody wrote", () => {
    const piece = fc.constantFrom(
      ...[
        "uvicorn",
        "gunicorn",
        "--host",
        "--bind",
        "-b",
        "127.0.0.1:80",
        "$PORT",
        "${PORT:-1}",
        "${",
        "'",
        '"',
        "|",
      ],
      ...[
        "&&",
        "(",
        ")",
        ">",
        "\\",
        "\n",
        "=",
        "A=1",
        "env",
        "sh",
        "-c",
        "*",
        "#",
        "`",
        "runserver",
        "[::1]:1",
        "",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        readStartCommand(pieces.join(" "));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is that of the last server it starts", () => {
    const start = readStartCommand(
      "gunicorn a:b --bind 0.0.0.0:1 & uvicorn c:d --host 0.0.0.0 --port 2; echo done",
    );
    assert.deepEqual(start, { program: "uvicorn", host: "0.0.0.0", port: { from: "literal", port: "2" } });
  });

  it("is found behind what hands over to it", () => {
    const expected = { program: "uvicorn", host: "127.0.0.1", port: { from: "literal", port: "9" } };
    for (const before of [
      "exec",
      "dumb-init --",
      "/usr/bin/tini -s --",
      "poetry run",
      "uv run",
      "pipenv run",
      "nohup env A=1",
      "P=9 exec",
    ]) {
      assert.deepEqual(readStartCommand(`${before} uvicorn a:b --port 9`), expected, before);
      const nested = `${before} sh -c 'cd x && export PORT=9; uvicorn a:b --port $PORT'`;
      assert.deepEqual(readStartCommand(nested), expected, nested);
    }
  });

  it("binds by FastAPI's own command what that documents", () => {
    assert.equal(readStartCommand("fastapi run main.py")?.host, "0.0.0.0");
    assert.equal(readStartCommand("fastapi dev main.py")?.host, "127.0.0.1");
    assert.equal(readStartCommand("fastapi dev main.py --host 0.0.0.0")?.host, "0.0.0.0");
  });

  it("serves only by the words that serve", () => {
    assert.equal(readStartCommand("next build"), undefined);
    assert.equal(readStartCommand("vite build"), undefined);
    assert.equal(readStartCommand("next build && next start -p 3000")?.program, "next");
  });

  it("binds all addresses by a host flag without a value where the tool says so", () => {
    assert.deepEqual(readStartCommand("vite preview"), {
      program: "vite",
      host: "localhost",
      port: { from: "default", port: "4173" },
    });
    for (const command of [
      "vite preview --host",
      "vite preview --host --port $PORT",
      "astro preview --host true",
    ])
      assert.equal(readStartCommand(command)?.host, "0.0.0.0", command);
    assert.equal(readStartCommand("vite preview --host 127.0.0.1")?.host, "127.0.0.1");
  });

  it("reads what streamlit, http-server and remix-serve open", () => {
    assert.deepEqual(readStartCommand("streamlit run app.py --server.port $PORT"), {
      program: "streamlit",
      host: "0.0.0.0",
      port: { from: "variable", variable: "PORT" },
    });
    assert.deepEqual(readStartCommand("http-server dist -p 9000")?.port, { from: "literal", port: "9000" });
    const host = (name: string): string | undefined => (name === "HOST" ? "127.0.0.1" : undefined);
    assert.equal(readStartCommand("remix-serve build/index.js", host)?.host, "127.0.0.1");
  });

  it("fills its words in before it assigns, as a shell does", () => {
    const inWords = readStartCommand("PORT=9 uvicorn a:b --port $PORT")?.port;
    assert.deepEqual(inWords, { from: "variable", variable: "PORT" });
    assert.deepEqual(readStartCommand("PORT=9 gunicorn a:b")?.port, { from: "literal", port: "9" });
  });

  it("says what ends, what is not understood, and what only the running shell knows", () => {
    const rows: readonly (readonly [string, ReturnType<typeof readStart>["ends"], string | undefined])[] = [
      ["uvicorn a:b", undefined, undefined],
      ["uvicorn a:b &", "uvicorn a:b", undefined],
      ["uvicorn a:b & wait", undefined, undefined],
      ["gunicorn a:b --daemon", "gunicorn a:b --daemon", undefined],
      ["alembic upgrade head", "alembic upgrade head", undefined],
      ["alembic upgrade head; ./serve", undefined, "./serve"],
      ["", "nothing", undefined],
      ["uvicorn 'a:b", undefined, "uvicorn"],
      ["$(which uvicorn) a:b", undefined, "\uE001"],
    ];
    for (const [text, ends, unknown] of rows) {
      const reading = readStart(text);
      assert.deepEqual([reading.ends, reading.unknown], [ends, unknown], text);
    }
    assert.deepEqual(readStartCommand("uvicorn a:b --port $((PORT + 1))")?.port, { from: "unreadable" });
  });

  it("sets a variable by cross-env", () => {
    assert.deepEqual(readStartCommand("cross-env PORT=9000 next start")?.port, {
      from: "literal",
      port: "9000",
    });
  });

  it("binds loopback by any of its names, and by no name that only resembles one", () => {
    for (const host of ["localhost", "LOCALHOST.", "127.0.0.1", "127.1", "::1", "[::1]", "::ffff:127.0.0.1"])
      assert.ok(isLoopback(host), host);
    for (const host of ["0.0.0.0", "::", "localhost.acme.com", "127.acme.com", "", "10.0.0.1"])
      assert.ok(!isLoopback(host), host);
  });
});
