import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import axe from "axe-core";
import { type Browser, type Page, chromium as playwright } from "playwright-core";
import { folderOf } from "../../../cli/fracas/read";
import { reportPage } from "../../../cli/fracas/report/page";
import { CANARY, HOSTILE, NOW, writeVariedRecords } from "./varied-records";

const SCHEMES = ["light", "dark"] as const;
const WIDTHS = [1280, 390] as const;

/** As axe-core answers it, of which these are needed. */
interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
  readonly passes: readonly unknown[];
}

describe("the report page in a real browser", function () {
  this.timeout(10 * 60_000);
  let parent: string;
  let browser: Browser;
  let page: Page;
  /** All that the page asks the network for, and all that the browser complains of. */
  let asked: string[];
  let complaints: string[];

  before(async () => {
    parent = mkdtempSync(path.join(tmpdir(), "portcullis-report-"));
    await writeVariedRecords(path.join(parent, "fracas"));
    writeFileSync(path.join(parent, "fracas", "FR-0099.yaml"), `a: [${HOSTILE}\n`);
    writeFileSync(
      path.join(parent, "report.html"),
      reportPage(await folderOf(path.join(parent, "fracas")), NOW),
    );
    // One process for all ends with the first page that is closed.
    const args = chromium.args.filter((arg) => arg !== "--single-process" && arg !== "--no-zygote");
    browser = await playwright.launch({ executablePath: await chromium.executablePath(), args });
  });

  after(async () => {
    await browser?.close();
    rmSync(parent, { recursive: true, force: true });
  });

  async function open(options: { scheme?: (typeof SCHEMES)[number]; width?: number } = {}): Promise<void> {
    const { scheme = "light", width = 1280 } = options;
    page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } });
    [asked, complaints] = [[], []];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(path.join(parent, "report.html")).href);
  }

  // The library of the page's types is not this project's: what runs in the page is text.
  const inPage = (expression: string): Promise<unknown> => page.evaluate(expression);

  const textOf = async (selector: string): Promise<string> =>
    (await page.locator(selector).textContent()) ?? "";

  afterEach(() => page.close());

  it("asks for nothing, runs nothing and needs nothing that its policy forbids", async () => {
    await open();
    assert.deepEqual(
      asked.map((url) => path.basename(url)),
      ["report.html"],
    );
    assert.deepEqual(complaints, []);
    assert.equal(
      await inPage("document.querySelectorAll('script, img, iframe, object, link, [style]').length"),
      0,
    );
    // Where the style were refused, the body would have its margin.
    assert.equal(await inPage("getComputedStyle(document.body).marginTop"), "0px");
  });

  it("shows what a record holds as text, whatever it holds, and no secret", async () => {
    await open();
    const article = await textOf("#FR-0010");
    assert.equal(article.split(HOSTILE).length - 1, 5, article);
    assert.equal(await page.title(), "Failure records");
    assert.ok(!(await page.content()).includes(CANARY));
    assert.match(await textOf(".problem"), /FR-0099\.yaml:\d+: expected YAML/);
  });

  it("has the open failures first, and each record whole", async () => {
    await open();
    const statuses = await page.locator("article .badge").allTextContents();
    assert.deepEqual(statuses, [
      ...Array(6).fill("open"),
      "analysed",
      "corrected",
      "verified",
      "verified",
      "closed",
      "closed",
    ]);
    assert.equal(await page.locator(".index li").count(), 8);
    const text = await textOf("#FR-0001");
    for (const words of [
      "'NoneType' object has no attribute 'group'",
      ".env.staging:4",
      "twice, from 2026-03-02 08:14 UTC to 2026-03-10 12:00 UTC",
      "analysed → corrected by Ada Lovelace: commit 2f1e0d9",
      "after it was verified",
      "portcullis fracas move FR-0001 analysed",
    ]) {
      assert.ok(text.includes(words), `${words} in ${text}`);
    }
  });

  it("says in words what its charts draw", async () => {
    await open();
    const [pareto, ...timelines] = await Promise.all(
      (await page.locator("svg[role=img]").all()).map((chart) => chart.locator("desc").textContent()),
    );
    assert.match(
      pareto ?? "",
      /^port\/loopback-bind: seen 4 times on 1 record, 0 open, 27 % of all with those before it\./,
    );
    assert.deepEqual(timelines.length, 3);
    assert.match(timelines.join(), /FR-0002, port\/loopback-bind, closed: seen .*, corrected .*, verified /);
    // Their bars and marks are there: the longest bar is a share of the drawing's width.
    const width = "document.querySelector('.chart .bar').getBoundingClientRect().width";
    assert.ok(Number(await inPage(width)) > 200);
    assert.equal(await inPage("document.querySelectorAll('.chart use[href=\"#mark-verified\"]').length"), 5);
  });

  for (const scheme of SCHEMES) {
    for (const width of WIDTHS) {
      it(`has nothing that axe-core objects to, ${scheme} and ${width} pixels wide, and no line that is cut`, async () => {
        await open({ scheme, width });
        await page.evaluate(axe.source);
        const { violations, passes } = (await inPage("axe.run()")) as AxeResults;
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
          [],
        );
        assert.ok(passes.length > 10);
        assert.equal(await inPage("document.documentElement.scrollWidth"), width);
      });
    }
  }

  it("is dark where that is preferred, and light on paper", async () => {
    await open({ scheme: "dark" });
    const background = "getComputedStyle(document.body).backgroundColor";
    const onScreen = await inPage(background);
    await page.emulateMedia({ media: "print" });
    assert.deepEqual([onScreen, await inPage(background)], ["rgb(16, 19, 23)", "rgb(255, 255, 255)"]);
    assert.equal(await page.locator("nav").isVisible(), false);
    assert.equal(await page.locator("article .lines >> visible=true").count(), 12);
    assert.ok((await page.pdf({ format: "A4" })).length > 20_000);
  });

  it("is read with the keyboard alone", async () => {
    await open();
    await page.keyboard.press("Tab");
    assert.equal(await inPage("document.activeElement.textContent"), "Skip to the records");
    assert.notEqual(await inPage("document.activeElement.getBoundingClientRect().left < 0"), true);
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("Tab");
    assert.equal(await inPage("document.activeElement.textContent"), "FR-0012");
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).hash, "#FR-0012");
  });
});

describe("the report page of no record", () => {
  it("says so", () => {
    const text = reportPage({ records: [], problems: [] }, NOW);
    assert.match(text, /There is no failure record\./);
    assert.doesNotMatch(text, /NaN|undefined|Infinity/);
  });
});
