// The gate: node gate.mjs NAME=FOLDER [NAME=FOLDER ...]
//
// Every page of the first site is judged; by keys and by Lighthouse, which take longest, one of each kind. Of the further
// sites, which are made by the same templates, the validator reads every page, and the rest is asked of one page of each
// kind that grows with a person's work or that the first site has not. Exit status 1 when anything is found.

import { parseArgs } from "node:util";
import { axe } from "./axe.mjs";
import { launch } from "./browser.mjs";
import { controls } from "./controls.mjs";
import { walk } from "./keyboard.mjs";
import { lighthouse } from "./lighthouse.mjs";
import { markup } from "./markup.mjs";
import { oneOfEach, otherHomes, pagesOf } from "./pages.mjs";
import { reading } from "./reading.mjs";
import { serve } from "./serve.mjs";
import { kilobytes, weight } from "./weight.mjs";

const AT_ONCE = 2;
const LARGER = ["home", "work", "work/*", "articles", "articles/*", "contact"];
const { values: only, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: "string", multiple: true } } });
const began = Date.now();
const rows = [];

const sites = await Promise.all(positionals.map(async (word, place) => {
  const [name, folder] = word.split(/=(.*)/);
  const pages = pagesOf(folder);
  const kinds = [...oneOfEach(pages), ...otherHomes(pages)];
  return { name, folder, pages, kinds, all: place === 0 ? pages : kinds, ...(await serve(folder)) };
}));
for (const site of sites.slice(1)) {
  const shown = (page) => sites[0].kinds.some((one) => one.kind === page.kind && one.first === page.first);
  site.all = site.kinds = site.kinds.filter((page) => LARGER.includes(page.kind) || !shown(page));
}

const browser = await launch();
const homes = [];
const tasks = [
  ["keys alone", (site) => walk(browser, site, site.kinds)],
  ["axe", (site) => axe(browser, site, site.all)],
  ["W3C validator", (site) => markup(site.folder)],
  ["no script, 200 %, 320 px, paper", (site) => reading(browser, site, site.all)],
  ["weight, requests, policy", weights],
  ["controls", (site) => controls(browser, site, site.kinds)],
].flatMap(([name, check]) => sites.map((site) => ({ name, site, check })));

// Two checks at a time, the pages of each one after the other.
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let task = next(); task; task = next()) await noted(task);
}));
await browser.close();

if (wanted("Lighthouse")) await scored();
await Promise.all(sites.map((site) => site.close()));
report();

function wanted(name) {
  return !only.check || only.check.some((one) => name.toLowerCase().includes(one.toLowerCase()));
}

function next() {
  for (let task = tasks.shift(); task; task = tasks.shift()) if (wanted(task.name)) return task;
}

async function noted({ name, site, check }) {
  const since = Date.now();
  const findings = await check(site).catch((error) => [{ page: "", what: `could not be checked: ${error.stack ?? error}` }]);
  rows.push({ name, site: site.name, findings, seconds: (Date.now() - since) / 1000 });
  console.error(`quality: ${name}, ${site.name}: ${findings.length || "no"} findings`);
}

async function weights(site) {
  const found = [];
  for (const page of site.all) {
    const { findings, before, bytes } = await weight(browser, site, page);
    found.push(...findings.map((what) => ({ page: page.path, what })));
    if (page.path !== "") continue;
    const parts = Object.entries(bytes).map(([type, size]) => `${type} ${kilobytes(size)}`);
    homes.push(`${site.name}: home ${kilobytes(before)} before images (${parts.join(", ")})`);
  }
  return found;
}

async function scored() {
  const targets = sites.flatMap((site) => site.kinds.map((page) => {
    const robots = page.html.match(/<meta name="robots" content="([^"]*)"/)?.[1];
    return { site, page, url: site.url + page.path, robots };
  }));
  const since = Date.now();
  const { judged, factor, benchmark, spread, least } = await lighthouse(targets);
  console.log(`Lighthouse, mobile: this host's benchmarkIndex is ${Math.round(benchmark)}, so it is slowed down ${factor} times to stand for the phone;`);
  console.log(`  its own speed varied by ${Math.round(100 * spread)} %, so ${least} is asked for performance. Performance, accessibility, best practices, SEO:`);
  for (const { site, page, scores, runs } of judged) {
    console.log(`  ${site.name} /${page.path}`.padEnd(64), Object.values(scores).map((score) => String(score).padStart(3)).join(" "), runs > 1 ? `(median of ${runs})` : "");
  }
  for (const site of sites) {
    const findings = judged.filter((one) => one.site === site).flatMap(({ page, findings }) => findings.map((what) => ({ page: page.path, what })));
    rows.push({ name: "Lighthouse", site: site.name, findings, seconds: (Date.now() - since) / 1000 });
  }
}

function report() {
  for (const line of homes) console.log(line);
  for (const row of rows.filter(({ findings }) => findings.length)) {
    console.log(`\n${row.name}, ${row.site}:`);
    for (const { page, what } of row.findings) console.log(`  /${page}  ${what}`);
  }
  console.log("");
  for (const site of sites) console.log(`${site.name}: ${site.pages.length} pages, ${site.all.length} of them judged, ${site.kinds.length} by keys and by Lighthouse`);
  for (const { name, site, findings, seconds } of rows) {
    console.log(`  ${name.padEnd(34)} ${site.padEnd(14)} ${findings.length ? `${findings.length} findings` : "fine"}`.padEnd(66), `${seconds.toFixed(0)} s`);
  }
  const faults = rows.reduce((sum, { findings }) => sum + findings.length, 0);
  console.log(`quality: ${faults ? `${faults} findings` : "all fine"}, in ${Math.round((Date.now() - began) / 1000)} s`);
  process.exitCode = faults ? 1 : 0;
}
