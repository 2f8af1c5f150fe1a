// axe-core: every page, in light and dark, on a phone and on a desk. Nothing may be found.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DESK, PHONE, withPage } from "./browser.mjs";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OFF = ["p-as-heading", "color-contrast-enhanced", "identical-links-same-purpose", "meta-refresh-no-exceptions"]; // WCAG's AAA
const SIZES = [PHONE, DESK];
const SCHEMES = ["light", "dark"];

/** Findings of one page. Rules that axe leaves off are on, AAA apart. */
export async function axe(browser, site, page) {
  const found = new Map();
  for (const colorScheme of SCHEMES) {
    await withPage(browser, site, { colorScheme, reducedMotion: "reduce", viewport: SIZES[0] }, async (tab) => {
      await tab.goto(site.url + page.path, { waitUntil: "load" });
      await tab.evaluate(SOURCE);
      for (const size of SIZES) {
        await tab.setViewportSize(size);
        for (const one of await tab.evaluate(judged, OFF)) {
          const places = found.get(`${one.rule}: ${one.what}`) ?? [];
          found.set(`${one.rule}: ${one.what}`, [...places, `${colorScheme} ${size.width}`]);
        }
      }
    });
  }
  return [...found].map(([what, places]) => `${what} (${places.join(", ")})`);
}

async function judged(off) {
  const { axe } = globalThis;
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !off.includes(ruleId) }]));
  const { violations } = await axe.run(document, { rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map((node) => {
      const why = node.failureSummary?.split("\n")[1]?.trim() ?? "";
      return { rule: id, what: `${node.target.join(" ")}: ${why.slice(0, 160)}` };
    }),
  );
}
