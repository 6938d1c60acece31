import assert from "node:assert/strict";
import { scriptOf } from "../../../domain";

describe("the script that a start command runs", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["npm start", "start"],
    ["npm run serve", "serve"],
    ["npm run-script serve -- --port 3000", "serve"],
    ["npm --silent run serve", "serve"],
    ["npm ci && npm run start:prod", "start:prod"],
    ["yarn serve", "serve"],
    ["yarn run serve", "serve"],
    ["pnpm start", "start"],
    ["bun run serve", "serve"],
    ["sh -c 'exec npm run serve'", "serve"],
    ["npm serve", undefined],
    ["npm run", undefined],
    ["npm", undefined],
    ["pnpm exec next start", undefined],
    ["npm run start --workspace apps/api", undefined],
    ["pnpm --filter api start", undefined],
    ["node server.js", undefined],
  ];
  for (const [command, script] of cases) {
    it(`is ${script ?? "none"} of ${command}`, () => assert.equal(scriptOf(command), script));
  }
});
