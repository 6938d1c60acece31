import assert from "node:assert/strict";
import { adoptFolder } from "../../../audit";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

const ONE = "canary1xQ7b";
const TWO = "canary2/t9xQ";

const SECOND = `ANALYTICS_URL=postgresql://reports:${encodeURIComponent(TWO)}@db-b.acme.com/reports`;

/** Each line of an env file beside two databases, and whether its value is typed. */
const LINES: readonly (readonly [line: string, typed: boolean])[] = [
  ["PGPASSWORD=canary3mK2p", true],
  // Secrets of the databases under names that say nothing.
  [`EXTRA=${ONE}`, true],
  [`CREDS=postgres:${ONE}`, true],
  [`SECOND=${TWO}`, true],
  ["COPY=canary3mK2p", true],
  // Notations beside URLs.
  ["REPORTS=Host=db.acme.com;Username=x;Password=canary4nT8z;Database=y", true],
  ["SOURCE=jdbc:postgresql://db.acme.com/x?user=a&password=canary5rV1w", true],
  [`CONF='{"user":"x","password":"canary6yB4s"}'`, true],
  ["RELATIVE=//u:canary7hD3c@h.acme.com/x", true],
  // Generated values, under names that say nothing.
  ["STRIPE=canary7Qx2vN9pL4tB8", true],
  ["THING=9f86d081884c7d659a2feaa0c55ad015", true],
  ["OTHER=Zk3/vQ8+canary2mT7x9bL==", true],
  ["PREFIXED=acme_live_canary4Hd82kQ0zv5R1", true],
  // Plain words have their name alone to be known by.
  ["MYSQL_PWD=canary-word", true],
  ["DB_PW=canaryword", true],
  ["JWT=canaryword", true],
  ["SENDGRID_KEY=canaryword", true],
  ["REDIS_AUTH=canaryword", true],
  ["PEPPER=canaryword", true],
  ["ADMIN_CREDS=canaryword", true],
  // A browser's variable whose name says that it is for a server alone.
  ["VITE_API_SECRET=canaryword", true],
  ["VITE_SECRET_KEY=canaryword", true],
  ["NEXT_PUBLIC_DB_PASSWORD=canaryword", true],
  // A user with a password, and digits that are typed.
  ["ADMIN=bob:canaryword", true],
  ["ADMIN_LOGIN=bob/Xc4naryQ7vN2", true],
  ["BASIC_USERS=bob:canaryword", true],
  ["ADMIN_PIN=904415", true],
  ["DOOR_PIN=9044", true],
  // What is no secret is written.
  ["VITE_MAPBOX_TOKEN=shops-map", false],
  ["VITE_PASSWORD_LENGTH=12", false],
  ["LED_PIN=17", false],
  ["RUN_USER=1000:1000", false],
  ["APP_USER=node:node", false],
  ["ADMIN_USER=bob", false],
  ["REDIRECT_LOGIN=accounts/sign-in", false],
  ["AFTER_LOGIN=https://shop.acme.com/start", false],
  ["SUPER_ADMIN=bob@acme.com", false],
  ["REGISTRY_AUTH=disabled", false],
  ["JWT_TTL=1h", false],
  ["VITE_MAPS_KEY=shops-map", false],
  ["MODEL=gpt-4o-mini-2024-07-18", false],
  ["TENANT=3f2b8c1e-9d4a-4e7f-b6a5-0c1d2e3f4a5b", false],
  ["IMAGE=ghcr.io/acme/api2shop:1.4.2-rc3", false],
  ["BUILT=2026-11-29T12:30:00Z", false],
  ["NEXT_PUBLIC_ID=q7Zx2vN9pL4tB8kW3mH6", false],
  ["SETTINGS=MyApplicationSettings2026", false],
  ["MEASUREMENT=G-4XK9QZ71TB", false],
  ["HOSTED=web1.eu2.db3.acme4.internal", false],
  ["UTF=0123456789abcdefghijklmnopqrstuv", false],
  ["FOLDERS=/opt/a1b2/c3d4/e5f6", false],
  ["LOG_LEVEL=info", false],
  ["PUBLIC_ADDRESS=https://shop.acme.com/start?from=mail", false],
  ['FLAGS={"beta":true}', false],
];

describe("The variables that adopt writes", () => {
  it("hold no secret of either of two databases, whatever its variable is called and however it is written", () => {
    const lines = LINES.map(([line]) => line).join("\n");
    const files = {
      ".env.production": `DATABASE_URL=postgresql://api:${ONE}@db-a.acme.com/api\n${SECOND}\n${lines}\n`,
      Procfile: `web: python main.py ${ONE}\n`,
      "main.py":
        'import os, psycopg\npsycopg.connect(os.environ["DATABASE_URL"])\npsycopg.connect(os.environ["ANALYTICS_URL"])\n',
    };
    inFolder(files, (folder) => {
      const [draft] = adoptFolder(folder, { include: [".env*"] }).drafts(ORIGIN);
      assert.ok(draft);
      assert.doesNotMatch(JSON.stringify(draft), /canary/);
      const [service] = draft.services;
      const names = (typed: boolean): readonly string[] =>
        LINES.filter((line) => line[1] === typed).map(([line]) => line.slice(0, line.indexOf("=")));
      assert.deepEqual(
        service?.secrets.map(({ name }) => name),
        [...names(true), "START_SECRET"],
      );
      assert.deepEqual(
        service?.variables.map(({ key }) => key),
        names(false),
      );
      // The second one's password is typed too, beside the database that it is of.
      assert.deepEqual(service?.fields.find(({ key }) => key === "databases")?.value, {
        DATABASE_URL: "main",
        ANALYTICS_URL: "analytics",
      });
      assert.deepEqual(
        draft.secrets.filter(({ key }) => key.startsWith("portcullis:databases")).map(({ key }) => key),
        ["portcullis:databases.main.password", "portcullis:databases.analytics.password"],
      );
    });
  });
});
