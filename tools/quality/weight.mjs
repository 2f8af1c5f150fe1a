// What a page costs on its first visit, and whom it asks.

import { withTab } from "./browser.mjs";

const HOME = 60 * 1024; // bytes over the wire, images apart
const VISIT = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** Findings of one page, and `bytes` by type. */
export async function weight(browser, site, page) {
  return withTab(browser, site, VISIT, async (tab, noted) => {
    const session = await tab.context().newCDPSession(tab);
    const types = new Map();
    const bytes = {};
    session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId) ?? "Other";
      bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
    });
    await session.send("Network.enable");
    await tab.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (breach) => {
        console.error(`policy: ${breach.effectiveDirective} ${breach.blockedURI || breach.sourceFile}`);
      });
    });
    await tab.goto(site.url + page.path, { waitUntil: "load" });
    await tab.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 })));
    const broken = await tab.evaluate(async () => {
      const images = [...document.images];
      images.forEach((image) => (image.loading = "eager"));
      await Promise.all(images.map((image) => image.decode().catch(() => {})));
      return images.filter((image) => !image.naturalWidth).map((image) => `image does not show: ${image.currentSrc || image.src}`);
    });
    const before = Object.entries(bytes).reduce((sum, [type, size]) => sum + (type === "Image" ? 0 : size), 0);
    const heavy = page.kind === "home" && before > HOME ? [`${kilobytes(before)} before images, over ${kilobytes(HOME)}`] : [];
    return { findings: [...new Set([...noted(), ...broken, ...heavy])], bytes, before };
  });
}

export function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
