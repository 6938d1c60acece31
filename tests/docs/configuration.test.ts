import assert from "node:assert/strict";
import { configurationKeys } from "./configuration-keys";
import { withTables } from "./configuration-tables";
import { pageText } from "./pages";

describe("The configuration's page", () => {
  const page = pageText("docs/configuration.md");

  it("has the tables of the schemas (`npx tsx tests/docs/write-configuration.ts` writes them)", () => {
    assert.equal(page, withTables(page));
  });

  it("says of every key what it holds", () => {
    const keys = configurationKeys();
    assert.ok(keys.length > 90, String(keys.length));
    assert.deepEqual(
      keys.filter(({ holds }) => holds === undefined).map(({ path }) => path),
      [],
    );
  });

  it("has a row for every key, once", () => {
    const rows = (path: string) => page.split(`| \`${path}\` |`).length - 1;
    const shown = configurationKeys()
      .filter(
        ({ path }) =>
          !/^services\.|^service\.verify\.|^databases\.KEY\.(?!url|password|adminPassword)/.test(path),
      )
      .map(({ path }) =>
        path.replace(/^(?:service|database|databases|verify|previewEnvironment|promotion)\./, ""),
      );
    assert.deepEqual(
      shown.filter((path) => rows(path) + rows(`portcullis:${path}`) < 1),
      [],
    );
  });

  it("has types, defaults and kinds as the parser has them", () => {
    const stated = new Map(configurationKeys().map((key) => [key.path, key]));
    const of = (path: string) => {
      const { type, stated: other, kinds } = stated.get(path) ?? assert.fail(path);
      return [type, other, kinds?.join(" ")];
    };
    assert.deepEqual(of("service.port"), ["port", "`8000`", "web private"]);
    assert.deepEqual(of("verify.stability"), [
      "duration or mapping",
      "`15s`",
      "web private worker cron static",
    ]);
    assert.deepEqual(of("verify.schedule.deadline").slice(0, 2), ["duration", "`30m`"]);
    assert.deepEqual(of("database.supabase.projectRef"), ["text", "required with `supabase`", undefined]);
  });
});
