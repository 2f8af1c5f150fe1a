// The browser: where it is, how it is started, and what is noted of the pages that a tab opens.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const FLAGS = [
  "--no-sandbox", // a container seldom has user namespaces; all that is opened is the site just built
  "--disable-gpu",
  "--disable-software-rasterizer",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
export const PHONE = { width: 320, height: 640 };
export const DESK = { width: 1440, height: 900 };

export function chromePath() {
  const found = process.env.CHROME ?? PLACES.find((path) => existsSync(path));
  if (!found) throw new Error("no Chromium; CHROME names one");
  return found;
}

export function launch() {
  return chromium.launch({ executablePath: chromePath(), args: FLAGS });
}

/**
 * Hands a tab in a context of its own to `use`, and closes it. `noted` gives, and forgets, what went wrong since it was
 * last asked: requests to other hosts (which are refused), errors in the console, breaches of the policy.
 */
export async function withTab(browser, site, options, use) {
  const context = await browser.newContext({ viewport: DESK, ...options });
  try {
    const tab = await context.newPage();
    const own = new URL(site.url).host;
    const kept = new Set();
    const away = (url) => /^(https?|wss?):$/.test(url.protocol) && url.host !== own;
    tab.on("request", (request) => away(new URL(request.url())) && kept.add(`asks another host: ${request.url()}`));
    tab.on("console", (said) => ["error", "warning"].includes(said.type()) && kept.add(`console: ${said.text().slice(0, 300)}`));
    tab.on("pageerror", (error) => kept.add(`script: ${String(error).slice(0, 300)}`));
    await context.route(away, (route) => route.abort());
    tab.setDefaultTimeout(20_000);
    return await use(tab, () => {
      const since = [...kept];
      kept.clear();
      return since;
    });
  } finally {
    await context.close();
  }
}

/** Findings over several pages in one tab: `check(tab, page, noted)` gives the sentences for one. */
export async function overPages(browser, site, options, pages, check) {
  const findings = [];
  await withTab(browser, site, options, async (tab, noted) => {
    for (const page of pages) {
      const told = await check(tab, page, noted).catch((error) => [`could not be checked: ${error.message}`]);
      findings.push(...told.map((what) => ({ page: page.path, what })));
    }
  });
  return findings;
}
