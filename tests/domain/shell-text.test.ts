import assert from "node:assert/strict";
import { redact } from "../../domain/redaction";
import { CANARY, holdsCanary } from "./canary";

/** Written before the first run: what a command or a list holds, and what is shown of it. */
const SHOWN: readonly (readonly [text: string, shown: string])[] = [
  [`sh -c 'DB_PASSWORD='\\''${CANARY}'\\'' gunicorn a:b'`, `sh -c 'DB_PASSWORD='\\''***'\\'' gunicorn a:b'`],
  [`sh -c 'curl -u '\\''bob:${CANARY}'\\'' x.io'`, `sh -c 'curl -u '\\''bob:***'\\'' x.io'`],
  [`sh -c 'mysql -p'\\''${CANARY}'\\'' shop'`, `sh -c 'mysql -p'\\''***'\\'' shop'`],
  [`sh -c 'DB_PASSWORD='"'"'${CANARY}'"'"' psql'`, `sh -c 'DB_PASSWORD='\\''***'\\'' psql'`],
  [`env 'DB_PASSWORD=it'\\''s ${CANARY}' node x`, "env 'DB_PASSWORD=***' node x"],
  [`python a.py --password 'it'\\''s ${CANARY}'`, "python a.py --password '***'"],
  [`CMD ["env","DB_PASSWORD=it's ${CANARY}"]`, 'CMD ["env","DB_PASSWORD=***"]'],
  [`command: [env, "DB_PASSWORD=two words ${CANARY}", node]`, 'command: [env, "DB_PASSWORD=***", node]'],
  [
    `CMD ["sh","-c","DB_PASSWORD='${CANARY}' gunicorn a:b"]`,
    `CMD ["sh","-c","DB_PASSWORD='***' gunicorn a:b"]`,
  ],
  [`command: [uvicorn, --api-key, ${CANARY}]`, "command: [uvicorn, --api-key, ***]"],
  [
    `[uvicorn, app:app, --host, 127.0.0.1, --api-key, ${CANARY}]`,
    "[uvicorn, app:app, --host, 127.0.0.1, --api-key, ***]",
  ],
  [`[uvicorn, --api-key, "${CANARY}", --port, "80"]`, '[uvicorn, --api-key, "***", --port, "80"]'],
  [`["uvicorn", "--api-key", ${CANARY}, --reload]`, '["uvicorn", "--api-key", ***, --reload]'],
  [
    `command: [\n  uvicorn,\n  --api-key,\n  ${CANARY},\n]`,
    "command: [\n  uvicorn,\n  --api-key,\n  ***,\n]",
  ],
  [`[curl, -u, bob:${CANARY}, https://a.com]`, "[curl, -u, bob:***, https://a.com]"],
  [`[mysql, -p${CANARY}, shop]`, "[mysql, -p***, shop]"],
  [`[redis-cli, -a, ${CANARY}]`, "[redis-cli, -a, ***]"],
  [`[redis-server, --requirepass, ${CANARY}]`, "[redis-server, --requirepass, ***]"],
  [`[sh, -c, "DB_PASSWORD='${CANARY}' gunicorn"]`, `[sh, -c, "DB_PASSWORD='***' gunicorn"]`],
  [`redis-server --requirepass ${CANARY}`, "redis-server --requirepass ***"],
];

/** No secret: each is shown as it is. */
const SOUND = [
  `sh -c 'python '"'"'a b'"'"' --port 80'`,
  `sh -c 'python '\\''a b'\\'' --port "$PORT"'`,
  "command: [uvicorn, --api-key, $API_KEY, --port, 8000]",
  "command: [tool, --token-file, /run/token]",
  `CMD ["env","DB_HOST=it's here"]`,
  `sh -c 'echo '\\''it works'\\'' && gunicorn a:b'`,
];

describe("The text that a shell is given", () => {
  for (const [text, shown] of SHOWN)
    it(`is shown without its secret: ${shown}`, () => {
      assert.equal(redact(text), shown);
      assert.equal(redact(shown), shown);
      assert.ok(!holdsCanary(redact(text)));
    });
  for (const text of SOUND)
    it(`is shown as it is: ${text}`, () => {
      assert.equal(redact(text), text);
    });
});
