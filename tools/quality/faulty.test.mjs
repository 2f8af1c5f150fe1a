// A site with a fault of every kind: each check has to find its own. `node --test tools/quality`, run before the gate.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe } from "./axe.mjs";
import { launch } from "./browser.mjs";
import { controls } from "./controls.mjs";
import { walk } from "./keyboard.mjs";
import { slowdown } from "./lighthouse.mjs";
import { markup } from "./markup.mjs";
import { oneOfEach, pagesOf } from "./pages.mjs";
import { reading } from "./reading.mjs";
import { headerRules, serve } from "./serve.mjs";
import { weight } from "./weight.mjs";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Faulty</title><style>
a { outline: none } .pale { color: #bbb } .wide { width: 900px; font-size: 12px } .top { position: fixed; bottom: 0; height: 2rem }
.turns { width: 1rem; margin: 6rem; animation: turn 9s infinite } @keyframes turn { to { rotate: 1turn } }</style></head>
<body><header class="top"><nav><a href="work/">Work</a></nav></header><div id="content"><main><h1>Faulty</h1><blink>
<p class="pale">Hard to read on a white ground, in any light.</p><p class="wide">Wider than a phone and fixed in size.</p>
<img src="nowhere.png"><img src="https://elsewhere.example/x.png" alt="">
<p class="turns">Turns</p><button>Idle</button><script>document.title = "Run"</script></main></div></body></html>`;
let folder, site, browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "faulty-"));
  mkdirSync(join(folder, "work", "one"), { recursive: true });
  writeFileSync(join(folder, "_headers"), "/*\n  Content-Security-Policy: script-src 'self'\n");
  for (const path of ["index.html", "404.html", "work/index.html", "work/one/index.html"]) writeFileSync(join(folder, path), PAGE);
  writeFileSync(join(folder, "large.css"), `/* ${Array.from({ length: 40_000 }, (_, one) => one * 7919 % 99991).join(" ")} */`);
  writeFileSync(join(folder, "index.html"), PAGE.replace("<style>", '<link rel="stylesheet" href="large.css"><style>'));
  const pages = pagesOf(folder);
  site = { pages, kinds: oneOfEach(pages), ...(await serve(folder)) };
  browser = await launch();
});
after(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

const told = (findings) => findings.map((one) => one.what ?? one).join("\n");

test("a page is of the kind that its path says", () => {
  assert.deepEqual(site.pages.map((page) => page.kind).sort(), ["404", "home", "work", "work/*"]);
});
test("the validator reads every page", async () => {
  assert.match(told(await markup(folder)), /blink/);
});
test("axe sees pale text and an image without words", async () => {
  const found = told(await axe(browser, site, site.pages.slice(0, 1)));
  assert.match(found, /color-contrast.*light 320, light 1440, dark 320/s);
  assert.match(found, /image-alt/);
});
test("weights, other hosts, broken images and breaches of the policy are seen", async () => {
  const { findings } = await weight(browser, site, site.pages.find((page) => page.kind === "home"));
  for (const fault of [/before images, over 60/, /asks another host: https:\/\/elsewhere/, /image does not show: .*nowhere/, /policy: script-src/]) {
    assert.match(told(findings), fault);
  }
});
test("a walk by keys misses the skip link and the focus that does not show", async () => {
  const found = told(await walk(browser, site, site.pages.slice(0, 1)));
  assert.match(found, /no skip link/);
  assert.match(found, /focus does not show: a "Work"/);
});
test("controls that are not there are missed", async () => {
  const found = told(await controls(browser, site, site.kinds));
  for (const fault of [/no button for light and dark/, /search: there is no button/, /no such page: .*nowhere\.png/]) assert.match(found, fault);
});
test("reading finds what scrolls sideways, moves, does not grow, needs a script or covers paper", async () => {
  const found = told(await reading(browser, site, site.pages.filter((page) => page.kind === "work")));
  for (const fault of [/sideways at 320 px/, /moves although/, /does not grow/, /1 controls that need a script/, /stays in place/]) {
    assert.match(found, fault);
  }
});
test("headers apply to the paths that their rule covers", () => {
  const [all, some] = headerRules("/*\n  A: 1\n# B\n/x/*.css\n  C-D: 2: 3\n");
  assert.ok(all.covers.test("/any") && some.covers.test("/x/y.css") && !some.covers.test("/x/yXcss"));
  assert.deepEqual(some.headers, { "c-d": "2: 3" });
});
test("a slow host is slowed down less, and a fast one never more than the preset does", () => {
  assert.deepEqual([100, 150, 800, 1050, 1300, 1533, 3000].map(slowdown), [1, 1, 2, 2.5, 3, 4, 4]);
});
