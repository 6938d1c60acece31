import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const FILES = {
  "render.yaml":
    "services:\n  - type: web\n    name: shop\n    runtime: python\n    plan: starter\n    healthCheckPath: /\n    startCommand: gunicorn app:app --bind 0.0.0.0:$PORT\n",
  "requirements.txt": "flask\ngunicorn\npycryptodome\n",
};

function found(app: string, more: Readonly<Record<string, string>>): readonly unknown[] {
  return inFolder({ ...FILES, "app.py": `${app}\n\napp = object()\n`, ...more }, (folder) =>
    auditFolder(folder)
      .findings.filter(({ rule }) => rule === "service/import-case")
      .map(({ place }) => (place.source === "file" ? `${place.file}:${place.line}` : place.source)),
  );
}

describe("a Python import", () => {
  for (const [what, app, more, expected] of [
    [
      "of a module whose file has a capital",
      "import os\nfrom models.user import User",
      { "models/User.py": "" },
      ["app.py:2"],
    ],
    [
      "of a module in the same package",
      "import shop.api",
      { "shop/__init__.py": "", "shop/api.py": "from .orders import x", "shop/Orders.py": "" },
      ["shop/api.py:1"],
    ],
    [
      "of a class that a package has",
      "from models import User",
      { "models/__init__.py": "class User: pass", "models/user.py": "" },
      [],
    ],
    [
      "of an installed package beside a file of almost its name",
      "from Crypto.Cipher import AES",
      { "crypto/cipher.py": "" },
      [],
    ],
    ["in quotes, of a model", 'owner = "shop.Order"', { "shop/order.py": "" }, []],
  ] as const)
    it(`${expected.length > 0 ? "is misspelt" : "is right"}: ${what}`, () =>
      assert.deepEqual(found(app, more), expected));
});
