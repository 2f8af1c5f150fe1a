// A visitor with a keyboard and nothing else: what can be reached, whether it shows, and that it works.

import { PHONE, overPages } from "./browser.mjs";

const MOST = 400; // presses of Tab

/** Findings of these pages: each walked through on a desk; on a phone, where the menu is another one, the first of them. */
export async function walk(browser, site, pages) {
  const desk = await overPages(browser, site, { reducedMotion: "reduce" }, pages, async (tab, page) => {
    await tab.goto(site.url + page.path);
    return [...(await skips(tab)), ...(await tabs(tab))];
  });
  const phone = await overPages(browser, site, { viewport: PHONE, reducedMotion: "reduce" }, pages, async (tab, page) => {
    await tab.goto(site.url + page.path);
    const faults = [...(await skips(tab)), ...(page === pages[0] ? await tabs(tab) : []), ...(await menu(tab))];
    return faults.map((one) => `${one}, at ${PHONE.width} px`);
  });
  return [...desk, ...phone];
}

/** The first Tab shows a link to the content, and Enter goes there. */
async function skips(tab) {
  await tab.keyboard.press("Tab");
  const link = tab.locator("a:focus");
  const href = (await link.count()) ? await link.getAttribute("href") : null;
  if (!href?.startsWith("#")) return ["the first Tab reaches no skip link"];
  const shows = (await tab.evaluate(focus)).faults;
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  const arrived = await tab.evaluate((id) => {
    const [target, now] = [document.querySelector(id), document.activeElement];
    return !!target && (target.contains(now) || !!(target.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING));
  }, href);
  return [...shows.map((one) => `the skip link ${one}`), ...(arrived ? [] : ["the skip link leaves the focus where it was"])];
}

/** From the top, Tab goes through everything that can have the focus, shows where it is, and leaves the page again. */
async function tabs(tab) {
  await tab.reload();
  const expected = await tab.evaluate(reachable);
  const found = new Set();
  const met = new Set();
  for (let press = 0; press < MOST; press += 1) {
    await tab.keyboard.press("Tab");
    const { name, faults } = await tab.evaluate(focus);
    if (!name || met.has(name)) return [...found, ...missed(expected, met, !name)];
    met.add(name);
    for (const one of faults) found.add(`focus ${one}: ${name}`);
  }
  return [...found, `${MOST} presses of Tab do not come to the end`];
}

function missed(expected, met, left) {
  const lost = expected.filter((name) => !met.has(name)).slice(0, 3);
  if (lost.length) return [`Tab does not reach ${lost.join(", ")}${left ? "" : ", and goes round before"}`];
  return [];
}

/** On a phone the menu opens, leads to its links, and closes with Escape. */
async function menu(tab) {
  await tab.reload();
  const nav = tab.getByRole("banner").getByRole("navigation", { includeHidden: true }).first();
  if (!(await nav.count())) return ["there is no navigation in the banner"];
  const first = nav.getByRole("link", { includeHidden: true }).first();
  if (await first.isVisible()) return []; // nothing to open
  const opener = tab.locator(`[popovertarget="${await nav.getAttribute("id")}"], [aria-controls="${await nav.getAttribute("id")}"]`);
  if (!(await opener.count())) return ["nothing opens the menu on a phone"];
  await opener.first().focus();
  await tab.keyboard.press("Enter");
  if (!(await first.isVisible())) return ["Enter does not open the menu"];
  await tab.keyboard.press("Tab");
  const inside = await nav.evaluate((element) => element.contains(document.activeElement));
  const shows = inside ? (await tab.evaluate(focus)).faults : ["is not in the menu that was opened"];
  await tab.keyboard.press("Escape");
  const closed = !(await first.isVisible());
  const back = await opener.first().evaluate((element) => element === document.activeElement);
  return [
    ...shows.map((one) => `menu: focus ${one}`),
    ...(closed ? [] : ["Escape does not close the menu"]),
    ...(back || !closed ? [] : ["Escape closes the menu and loses the focus"]),
  ];
}

/** The names of all that Tab should come to. */
function reachable() {
  const every = [...document.querySelectorAll("*")];
  const fields = "a[href], button, input, select, textarea, summary, [tabindex]";
  return [...document.querySelectorAll(fields)]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
    .map((one) => `${one.tagName.toLowerCase()} "${(one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 40)}" #${every.indexOf(one)}`);
}

/**
 * The name of what has the focus, null outside the page; and what is wrong with how that shows: nothing drawn, out of the
 * window, or under something else.
 */
function focus() {
  const now = document.activeElement;
  if (!now || now === document.body || now === document.documentElement) return { name: null, faults: [] };
  const words = (now.getAttribute("aria-label") ?? now.textContent).trim().slice(0, 40);
  const name = `${now.tagName.toLowerCase()} "${words}" #${[...document.querySelectorAll("*")].indexOf(now)}`;
  const looks = () =>
    [now, now.parentElement, now.closest("label, li, article")].filter(Boolean).map((one) => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, textDecorationLine, textDecorationThickness } = getComputedStyle(one);
      const drawn = outlineStyle === "none" || outlineWidth === "0px" ? "" : `${outlineStyle} ${outlineWidth}`;
      return [drawn, boxShadow, borderColor, backgroundColor, textDecorationLine, textDecorationThickness].join("|");
    }).join("/");
  const drawnNow = looks();
  const box = [...now.getClientRects()].find((one) => one.width > 0 && one.height > 0);
  const faults = [];
  if (!box) faults.push("is on something that has no size");
  else if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) faults.push("is out of the window");
  else {
    const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].map(([x, y]) =>
      document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
    if (!points.some((one) => one && (now.contains(one) || one.contains(now) || now.labels?.[0]?.contains(one)))) faults.push("is covered");
  }
  now.blur();
  if (looks() === drawnNow) faults.push("does not show");
  now.focus({ preventScroll: true });
  return { name, faults };
}
