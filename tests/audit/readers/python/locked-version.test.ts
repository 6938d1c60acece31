import assert from "node:assert/strict";
import { isRequired, lockedVersion } from "../../../../audit/readers/python/locked-version";
import { PYTHON } from "../../../../audit/readers/python/reader";
import { factsOf } from "../../../../domain";
import { filesOf } from "../one-file";

const UV =
  'version = 1\n\n[[package]]\nname = "sqlalchemy"\nversion = "2.1.9"\nsource = { registry = "x" }\n';
const POETRY = '[[package]]\nname = "SQLAlchemy"\nversion = "2.0.36"\ndescription = "x"\n';
const PIPENV = '{"default": {"sqlalchemy": {"hashes": ["sha256:x"], "version": "==2.0.1"}}}';

describe("The version of a Python package", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[] = [
    ["uv's lock file", { "uv.lock": UV }, "2.1.9"],
    ["Poetry's lock file", { "poetry.lock": POETRY }, "2.0.36"],
    ["Pipenv's lock file", { "Pipfile.lock": PIPENV }, "2.0.1"],
    ["a pin of the requirements", { "requirements.txt": "fastapi\nSQLAlchemy[asyncio]==2.1.0\n" }, "2.1.0"],
    ["a folder above", { "uv.lock": UV, "api/requirements.txt": "fastapi\n" }, "2.1.9"],
    ["no range", { "requirements.txt": "sqlalchemy>=2.0\n" }, undefined],
    ["no other package", { "requirements.txt": "flask-sqlalchemy==3.1.1\n" }, undefined],
  ];
  for (const [what, files, version] of cases) {
    it(`is read from ${what}`, () => {
      assert.equal(lockedVersion(filesOf(files), "api/app/db.py", "sqlalchemy"), version);
    });
  }

  it("is not needed to see that a package is required", () => {
    assert.ok(isRequired(filesOf({ "requirements.txt": "psycopg[binary]>=3.1\n" }), "psycopg"));
    assert.ok(isRequired(filesOf({ "pyproject.toml": 'dependencies = ["psycopg"]\n' }), "psycopg"));
    assert.ok(!isRequired(filesOf({ "requirements.txt": "psycopg2-binary==2.9.10\n" }), "psycopg"));
  });
});

describe("SQLAlchemy's driver of a plain postgresql URL", () => {
  const text = 'engine = create_engine("postgresql://app:x@pooler.acme.com:6543/shop")\n';
  const driverWith = (files: Readonly<Record<string, string>>) => {
    const { facts } = PYTHON.read({ path: "db.py", text }, filesOf(files));
    const driver = factsOf(facts, "driver")[0]?.driver;
    return driver?.known === true ? driver.value : "?";
  };

  it("is psycopg 3 from 2.1 on, and psycopg2 before", () => {
    assert.equal(driverWith({ "uv.lock": UV }), "sqlalchemy-psycopg");
    assert.equal(driverWith({ "poetry.lock": POETRY }), "sqlalchemy-psycopg2");
  });

  it("is open where both may be, and psycopg2 where nothing says that psycopg 3 is installed", () => {
    assert.equal(driverWith({ "requirements.txt": "sqlalchemy>=2\npsycopg[binary]>=3\n" }), "?");
    assert.equal(
      driverWith({ "requirements.txt": "sqlalchemy>=2\npsycopg2-binary\n" }),
      "sqlalchemy-psycopg2",
    );
  });
});
