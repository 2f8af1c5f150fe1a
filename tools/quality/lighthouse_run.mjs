// A process that measures one page after the other; Lighthouse can't do two at a time in one.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { pageFunctions } from "lighthouse/core/lib/page-functions.js";
import { chromium } from "playwright-core";
import { FLAGS, chromePath } from "./browser.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const MOBILE = { rttMs: 150, throughputKbps: 1638.4, requestLatencyMs: 562.5, downloadThroughputKbps: 1474.56, uploadThroughputKbps: 675 };

process.on("message", async (question) => {
  try {
    process.send(question.benchmark ? await benchmark() : await measured(question));
  } catch (error) {
    process.send({ error: String(error.stack ?? error) });
  }
});

async function benchmark() {
  const browser = await chromium.launch({ executablePath: chromePath(), args: FLAGS });
  try {
    const page = await browser.newPage();
    return { benchmark: await page.evaluate(`(${pageFunctions.computeBenchmarkIndex})()`) };
  } finally {
    await browser.close();
  }
}

async function measured({ url, factor }) {
  const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
  const chrome = await launch({ chromePath: chromePath(), chromeFlags: ["--headless=new", ...FLAGS], userDataDir: profile, logLevel: "silent" });
  try {
    const flags = { port: chrome.port, logLevel: "silent", onlyCategories: CATEGORIES, disableFullPageScreenshot: true };
    const settings = { throttling: { ...MOBILE, cpuSlowdownMultiplier: factor } };
    const { lhr } = await lighthouse(url, flags, { extends: "lighthouse:default", settings });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(100 * (lhr.categories[name].score ?? 0))]));
    return { url, scores, lost: lost(lhr), benchmark: lhr.environment.benchmarkIndex };
  } finally {
    await chrome.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The audits that cost a category something, with what they say. */
function lost(lhr) {
  return CATEGORIES.flatMap((category) =>
    lhr.categories[category].auditRefs
      .filter(({ id, weight }) => weight && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => {
        const { title, displayValue, details } = lhr.audits[id];
        const node = details?.items?.[0]?.node?.selector ?? details?.items?.[0]?.description ?? "";
        return { category, what: [id, displayValue ?? title, node].filter(Boolean).join(": ") };
      }),
  );
}
