import assert from "node:assert/strict";
import { lockedForDevelopment } from "../../../audit/entry/locked-groups";
import type { Repository } from "../../../audit/reader";

const POETRY =
  '[[package]]\nname = "fastapi"\nversion = "0.115.12"\ngroups = ["main"]\n\n[[package]]\nname = "uvicorn"\nversion = "0.34.2"\ngroups = ["dev"]\n\n[[package]]\nname = "gunicorn"\nversion = "23.0.0"\ngroups = ["main", "dev"]\n';
const UV =
  'version = 1\n\n[[package]]\nname = "shop"\nversion = "0.1.0"\nsource = { virtual = "." }\ndependencies = [\n    { name = "fastapi", extra = ["standard"] },\n]\n\n[package.dev-dependencies]\ndev = [\n    { name = "gunicorn" },\n]\n\n[[package]]\nname = "fastapi"\nversion = "0.115.12"\n\n[package.optional-dependencies]\nstandard = [\n    { name = "uvicorn" },\n]\n\n[[package]]\nname = "gunicorn"\nversion = "23.0.0"\n\n[[package]]\nname = "uvicorn"\nversion = "0.34.2"\n';

const repository = {
  text: (file: string) => ({ "poetry.lock": POETRY, "uv.lock": UV })[file],
} as unknown as Repository;

describe("a server that is locked for development alone", () => {
  for (const [name, build, start, expected] of [
    ["uvicorn", "poetry install --only main --no-root", "poetry run uvicorn main:app", "poetry"],
    ["uvicorn", "poetry install --without dev,docs", "uvicorn main:app", undefined],
    ["uvicorn", "poetry install --without dev", "uvicorn main:app", "poetry"],
    ["uvicorn", "poetry install", "uvicorn main:app", undefined],
    ["uvicorn", "poetry install --only main && pip install uvicorn", "uvicorn main:app", undefined],
    ["gunicorn", "poetry install --only main", "gunicorn main:app", undefined],
    ["hypercorn", "poetry install --only main", "hypercorn main:app", undefined],
    ["gunicorn", "pip install uv && uv sync --frozen --no-dev", "gunicorn main:app", "uv"],
    ["gunicorn", "uv sync --frozen --no-dev", "uv run gunicorn main:app", undefined],
    ["gunicorn", "uv sync --frozen --no-dev", "uv run --no-sync gunicorn main:app", "uv"],
    ["gunicorn", "uv sync --frozen", "gunicorn main:app", undefined],
    ["uvicorn", "uv sync --frozen --no-dev", "uvicorn main:app", undefined],
  ] as const)
    it(`is left out ${expected === undefined ? "by nothing" : `by ${expected}`}: ${name}, ${build}, ${start}`, () =>
      assert.equal(lockedForDevelopment(name, build, start, [""], repository), expected));
});
