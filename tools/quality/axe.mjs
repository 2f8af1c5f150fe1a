// axe-core: every page, in light and dark, on a phone and on a desk. Nothing may be found.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DESK, PHONE, overPages } from "./browser.mjs";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OFF = [
  ...["color-contrast-enhanced", "identical-links-same-purpose", "meta-refresh-no-exceptions"], // WCAG's AAA; two guesses:
  "focus-order-semantics", // wants what can be focused to be a widget; a table or formula that scrolls is none
  "p-as-heading", // takes any large paragraph, such as a price, for a heading
];

/** Findings of these pages. Rules that axe leaves off are on, apart from AAA and guesses. */
export async function axe(browser, site, pages) {
  const found = new Map();
  for (const colorScheme of ["light", "dark"]) {
    const calm = { colorScheme, reducedMotion: "reduce" };
    await overPages(browser, site, calm, pages, async (tab, page) => {
      await tab.goto(site.url + page.path, { waitUntil: "load" });
      await tab.evaluate(SOURCE);
      for (const size of [PHONE, DESK]) {
        await tab.setViewportSize(size);
        for (const what of await tab.evaluate(judged, OFF)) {
          const key = JSON.stringify([page.path, what]);
          found.set(key, [...(found.get(key) ?? []), `${colorScheme} ${size.width}`]);
        }
      }
      return [];
    }).then((failed) => failed.forEach(({ page, what }) => found.set(JSON.stringify([page, what]), [colorScheme])));
  }
  return [...found].map(([key, places]) => {
    const [page, what] = JSON.parse(key);
    return { page, what: `${what} (${places.join(", ")})` };
  });
}

async function judged(off) {
  const { axe } = globalThis;
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !off.includes(ruleId) }]));
  const { violations } = await axe.run(document, { rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map((node) => {
      const why = node.failureSummary?.split("\n")[1]?.trim() ?? "";
      return `${id}: ${node.target.join(" ")}: ${why.slice(0, 160)}`;
    }),
  );
}
