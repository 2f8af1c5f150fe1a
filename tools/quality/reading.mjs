// Reading without help and under other conditions: no script, text twice as large, 320 px, no motion, paper.

import { DESK, PHONE, overPages } from "./browser.mjs";

/** Findings of these pages. */
export async function reading(browser, site, pages) {
  const still = { javaScriptEnabled: false, viewport: PHONE };
  const bare = await overPages(browser, site, still, pages, async (tab, page) => {
    await tab.goto(site.url + page.path);
    return withoutScript(tab, page, site.pages);
  });
  const calm = { reducedMotion: "reduce", viewport: PHONE };
  const other = await overPages(browser, site, calm, pages, async (tab, page) => {
    await tab.emulateMedia({ media: "screen" });
    await tab.setViewportSize(PHONE);
    await tab.goto(site.url + page.path);
    const narrow = [...(await tab.evaluate(sideways)).map((one) => `scrolls sideways at 320 px: ${one}`), ...(await tab.evaluate(moving))];
    await tab.setViewportSize(DESK);
    const large = [...(await tab.evaluate(enlarged)), ...(await tab.evaluate(sideways)).map((one) => `scrolls sideways with text at 200 %: ${one}`)];
    await tab.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    await tab.emulateMedia({ media: "print" });
    return [...narrow, ...large, ...(await tab.evaluate(onPaper))];
  });
  return [...bare, ...other];
}

/** The text, the way to other pages, every project and a way to write are there, and no control that does nothing. */
async function withoutScript(tab, page, pages) {
  const faults = [];
  if (!(await tab.locator("h1").first().isVisible())) faults.push("no visible heading");
  if ((await tab.locator("#content").innerText()).length < 40) faults.push("hardly any text");
  const nav = tab.getByRole("banner").getByRole("navigation", { includeHidden: true }).first();
  const opener = tab.locator(`[popovertarget="${await nav.getAttribute("id")}"]`);
  const leads = (await nav.getByRole("link").count()) || ((await opener.count()) && (await opener.first().isVisible()));
  if (!leads) faults.push("no way to the other pages");
  if (page.kind === "work" && page.first) {
    const there = pages.filter((one) => one.first && one.kind === "work/*").length;
    const listed = new Set(await tab.locator("#content a:visible").evaluateAll((all) => all.map((one) => one.href))).size;
    if (listed < there) faults.push(`${listed} links for ${there} case studies`);
  }
  if (page.kind === "contact" && !(await tab.locator('#content a[href^="mailto:"]:visible, #content form:visible').count())) faults.push("no way to write");
  const idle = await tab.locator("button:visible:not([popovertarget]):not([type=submit]), input[type=search]:visible, select:visible").count();
  if (idle) faults.push(`${idle} controls that need a script`);
  return faults.map((one) => `without script: ${one}`);
}

/** What makes the page wider than the window; a table or code that scrolls in itself does not. */
function sideways() {
  const root = document.scrollingElement;
  if (root.scrollWidth <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.right > innerWidth + 1 && box.width > 0 && !one.closest("pre, table, [tabindex='0']");
  });
  const names = wide.slice(-3).map((one) => `${one.tagName.toLowerCase()}.${one.className || one.id}`);
  return [`${root.scrollWidth} px of ${innerWidth}; ${names.join(", ")}`];
}

/** Whoever asked for less motion gets none. */
function moving() {
  const running = document.getAnimations().filter((one) => one.playState === "running");
  const seconds = (text) => Math.max(...text.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 0.001 : 1)));
  const slow = [...document.querySelectorAll("body *")].filter((one) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(one);
    return seconds(transitionDuration) > 0.05 || (animationName !== "none" && seconds(animationDuration) > 0.05);
  });
  const smooth = getComputedStyle(document.documentElement).scrollBehavior === "smooth";
  return [
    ...(running.length ? [`moves although less motion is asked for: ${running.length} animations`] : []),
    ...slow.slice(0, 2).map((one) => `moves although less motion is asked for: ${one.tagName.toLowerCase()}.${one.className}`),
    ...(smooth ? ["scrolls smoothly although less motion is asked for"] : []),
  ];
}

/** The text grows with the reader's own size, and none of it is cut off. */
function enlarged() {
  const texts = () => [...document.querySelectorAll("p, li, h1, h2, h3, a, button, td, dt, dd, label")].filter((one) => one.checkVisibility() && one.textContent.trim());
  const sizes = new Map(texts().map((one) => [one, parseFloat(getComputedStyle(one).fontSize)]));
  document.documentElement.style.fontSize = "200%";
  const fixed = texts().filter((one) => sizes.has(one) && parseFloat(getComputedStyle(one).fontSize) < sizes.get(one) * 1.15);
  const cut = texts().filter((one) => {
    const { overflowX, overflowY, position, clipPath } = getComputedStyle(one);
    const hides = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
    return hides && position !== "absolute" && clipPath === "none" && (one.scrollHeight > one.clientHeight + 4 || one.scrollWidth > one.clientWidth + 4);
  });
  const name = (one) => `${one.tagName.toLowerCase()}.${one.className} "${one.textContent.trim().slice(0, 30)}"`;
  return [
    ...fixed.slice(0, 2).map((one) => `text does not grow with the reader's size: ${name(one)}`),
    ...cut.slice(0, 2).map((one) => `text is cut off at 200 %: ${name(one)}`),
  ];
}

/** On paper nothing stays in place over the text, menus are gone, and the ground is white. */
function onPaper() {
  const all = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility());
  const stuck = all.filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position));
  const nav = document.querySelector("header nav")?.checkVisibility();
  const light = (colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).every((part) => Number(part) >= 240) || /, 0\)$/.test(colour);
  const ground = getComputedStyle(document.body).backgroundColor;
  return [
    ...stuck.slice(0, 2).map((one) => `on paper, ${one.tagName.toLowerCase()}.${one.className} stays in place`),
    ...(nav ? ["on paper, the menu is printed"] : []),
    ...(light(ground) ? [] : [`on paper, the ground is ${ground}`]),
  ];
}
