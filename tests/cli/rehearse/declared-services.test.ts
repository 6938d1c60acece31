import assert from "node:assert/strict";
import { ownCommand } from "../../../cli/own-command";
import { assertDeclaresServices } from "../../../cli/rehearse/declared-services";

const file = (stack: string, config: Record<string, unknown>) => ({
  ...{ stack, config, secretKeys: [], secretPlaces: [] },
});
const said = (stack: string): string =>
  `Pulumi.${stack}.yaml: expected \`portcullis:service\` or \`portcullis:services\`, got none. A rehearsal runs what the ` +
  `stack file declares, and knows no other server: what the program declares by itself would be asked for at its real ` +
  `address. \`${ownCommand(`review ${stack}`)}\` previews it; docs/library.md has a program for both.`;

describe("A stack whose file declares no service", () => {
  it("is not rehearsed, each in a sentence", () => {
    const own = { "shop:databasePassword": "p", "render:ownerId": "tea-1" };
    assert.throws(() => assertDeclaresServices([file("staging", own), file("acme/shop/production", {})]), {
      name: "CommandError",
      exitCode: 2,
      message: [
        said("staging"),
        said("production").replace("review production", "review acme/shop/production"),
      ].join("\n"),
    });
  });

  it("is none where the file has one service or several", () => {
    assertDeclaresServices([
      file("staging", { "portcullis:service": { name: "shop" } }),
      file("production", { "portcullis:services": { api: {} } }),
    ]);
  });
});
