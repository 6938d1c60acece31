import assert from "node:assert/strict";
import { installationOf } from "../../../../../rehearsal/render/runtime/installs/installation";

const CASES: readonly (readonly [command: string, into: string | undefined, ownCode?: boolean])[] = [
  ["pip install -r requirements.txt", "environment"],
  ["pip3 install --upgrade pip", "environment"],
  ["pip install -e .", "environment", true],
  ["pip install .[dev]", "environment", true],
  ["pip install ./shared -r requirements.txt", "environment", true],
  ["pip install --target vendor flask", undefined],
  ["pip list", undefined],
  ["uv sync --frozen", "environment"],
  ["uv sync --no-editable", "environment", true],
  ["uv pip install -r requirements.txt", "environment"],
  ["uv run main.py", undefined],
  ["poetry install --no-root", "environment"],
  ["poetry run python manage.py migrate", undefined],
  ["npm ci", "modules"],
  ["npm install --omit=dev", "modules"],
  ["npm install -g pnpm", undefined],
  ["npm install express", undefined],
  ["npm run build", undefined],
  ["npm", undefined],
  ["pnpm install --frozen-lockfile", "modules"],
  ["pnpm build", undefined],
  ["yarn", "modules"],
  ["yarn --frozen-lockfile", "modules"],
  ["yarn install", "modules"],
  ["yarn build", undefined],
  ["bun install", "modules"],
  ["bun add zod", undefined],
  ["cargo build --release", "target"],
  ["cargo run", undefined],
  ["ruby app.rb", undefined],
];

describe("A command line of an installer", () => {
  for (const [command, into, ownCode = false] of CASES) {
    it(`\`${command}\` ${into === undefined ? "keeps nothing" : `fills ${into}${ownCode ? " with own code" : ""}`}`, () => {
      const [tool = "", ...words] = command.split(" ");
      assert.deepEqual(installationOf(tool, words), into === undefined ? undefined : { into, ownCode });
    });
  }
});
