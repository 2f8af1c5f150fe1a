// The browser: where it is, how it is started, and what is noted of a page that is open in it.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const FLAGS = [
  "--no-sandbox", // a container seldom has user namespaces; all that is opened is the site just built
  "--disable-gpu",
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
 * Opens a page in a context of its own, hands it to `use` and closes it. `noted` holds what went wrong meanwhile: requests
 * to other hosts (which are refused), errors in the console, answers that say no, breaches of the policy.
 */
export async function withPage(browser, site, options, use) {
  const context = await browser.newContext({ viewport: DESK, ...options });
  try {
    const page = await context.newPage();
    const noted = [];
    const own = new URL(site.url).host;
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.host !== own) noted.push(`asks another host: ${url}`);
    });
    await context.route((url) => /^https?:$/.test(url.protocol) && url.host !== own, (route) => route.abort());
    page.on("console", (said) => {
      if (said.type() === "error" || said.type() === "warning") noted.push(`console: ${said.text().slice(0, 300)}`);
    });
    page.on("pageerror", (error) => noted.push(`script: ${String(error).slice(0, 300)}`));
    page.setDefaultTimeout(10_000);
    return await use(page, noted);
  } finally {
    await context.close();
  }
}
