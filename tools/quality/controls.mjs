// The controls that a script brings, worked by keys alone: light and dark, search, filters, languages, the form.

import { withTab } from "./browser.mjs";

/** Findings of the whole site. `pages` are one of each kind. */
export async function controls(browser, site, pages) {
  const path = (kind) => pages.find((page) => page.kind === kind)?.path;
  const parts = [
    ["scheme", "", scheme],
    ["search", "", search],
    ["filter", path("work"), filter],
    ["filter", path("articles"), filter],
    ["languages", "", languages],
    ["form", path("contact"), form],
    ["no such page", "", missing],
  ];
  const found = [];
  for (const [name, where, check] of parts.filter(([, where]) => where !== undefined)) {
    await withTab(browser, site, { colorScheme: "light", reducedMotion: "reduce" }, async (tab, noted) => {
      await tab.goto(site.url + where, { waitUntil: "load" });
      const faults = await check(tab, site, pages).catch((error) => [String(error.message).split("\n")[0]]);
      const heard = noted().filter((one) => check !== missing || !one.includes("404"));
      found.push(...[...faults, ...heard].map((what) => ({ page: where, what: `${name}: ${what}` })));
    });
  }
  return found;
}

/** The button changes the colours, and the choice holds on the next page. */
async function scheme(tab, site, pages) {
  const button = tab.locator("header button[data-scheme-toggle]");
  if (!(await button.isVisible())) return ["there is no button for light and dark"];
  const ground = () => tab.evaluate(() => {
    const [body, root] = [document.body, document.documentElement].map((one) => getComputedStyle(one).backgroundColor);
    return body === "rgba(0, 0, 0, 0)" ? root : body;
  });
  const light = await ground();
  await button.focus();
  await tab.keyboard.press("Enter");
  const dark = await ground();
  await tab.goto(site.url + pages.find((page) => page.kind !== "home" && page.kind !== "404").path, { waitUntil: "load" });
  const next = await ground();
  await button.focus();
  await tab.keyboard.press("Space");
  return [
    ...(light === dark ? ["Enter on its button changes nothing"] : []),
    ...(next === dark ? [] : ["the choice is lost on the next page"]),
    ...((await ground()) === light ? [] : ["Space does not change it back"]),
  ];
}

/** Opens, finds what a case study is called, leads there by arrow and Enter; Escape gives the focus back. */
async function search(tab, site, pages) {
  const button = tab.locator("header button[aria-haspopup=dialog]");
  if (!(await button.isVisible())) return ["there is no button that opens it"];
  await button.focus();
  await tab.keyboard.press("Enter");
  const dialog = tab.getByRole("dialog");
  const field = dialog.getByRole("searchbox").or(dialog.getByRole("textbox")).or(dialog.getByRole("combobox"));
  await field.waitFor();
  if (!(await field.evaluate((one) => one === document.activeElement))) return ["its field has not got the focus"];
  await tab.keyboard.press("Escape");
  const back = await button.evaluate((one) => one === document.activeElement);
  await tab.keyboard.press("Enter");
  const wanted = pages.find((page) => page.kind === "work/*") ?? pages.find((page) => page.kind === "articles/*");
  const title = wanted.html.match(/<h1[^>]*>([^<]+)/)[1].replace(/&#?\w+;/g, " ");
  await tab.keyboard.type((title.match(/[\p{L}\p{N}]{3,}/gu) ?? [title]).join(" "));
  const result = dialog.locator(`a[href$="${wanted.path}"]`).first();
  await result.waitFor();
  const reached = () => result.evaluate((one) => one === document.activeElement);
  for (let press = 0; press < 12 && !(await reached()); press += 1) await tab.keyboard.press("ArrowDown");
  if (!(await reached())) return ["the arrows do not reach a result"];
  await tab.keyboard.press("Enter");
  await tab.waitForURL(site.url + wanted.path);
  return back ? [] : ["Escape loses the focus"];
}

/** A choice shortens the list and says how many are left; taking it back gives all. */
async function filter(tab) {
  const field = tab.getByRole("main").or(tab.locator("#content")).first().getByRole("combobox").first();
  if (!(await field.count())) return []; // a short list needs none
  const items = tab.locator("[data-of]");
  const all = await items.count();
  const visible = () => items.evaluateAll((every) => every.filter((one) => one.checkVisibility()).length);
  await field.focus();
  await tab.keyboard.press("ArrowDown");
  await tab.waitForTimeout(50);
  const some = await visible();
  const said = await tab.getByRole("status").first().innerText();
  const reset = tab.locator("[data-filter] [type=reset]");
  await reset.focus();
  await tab.keyboard.press("Enter");
  await tab.waitForTimeout(50);
  return [
    ...(some > 0 && some <= all ? [] : [`a choice leaves ${some} of ${all}`]),
    ...(said.includes(String(some)) ? [] : [`the number ${some} is not announced (${said})`]),
    ...((await visible()) === all ? [] : ["taking the choice back does not give all"]),
    ...((await tab.evaluate(() => document.activeElement !== document.body)) ? [] : ["taking the choice back loses the focus"]),
  ];
}

/** The switcher leads to the same page in another language, and that page says which it is. */
async function languages(tab) {
  const link = tab.locator("header a[hreflang]:not([aria-current])").first();
  if (!(await link.count())) return []; // one language
  const [wanted, list] = [await link.getAttribute("hreflang"), await link.evaluate((one) => one.closest("[popover]")?.id)];
  if (list && !(await link.isVisible())) {
    await tab.locator(`[popovertarget="${list}"]`).focus();
    await tab.keyboard.press("Enter");
  }
  await link.focus();
  await tab.keyboard.press("Enter");
  await tab.waitForURL((url) => url.pathname !== "/");
  const now = await tab.evaluate(() => document.documentElement.lang);
  return now === wanted ? [] : [`the link to ${wanted} leads to a page in ${now || "no language"}`];
}

/** Every field has a name; an empty form is not sent, and the focus goes to what is missing. */
async function form(tab) {
  const letter = tab.locator("main form[method=post], #content form[method=post]").first();
  if (!(await letter.count())) return (await tab.locator('#content a[href^="mailto:"]').count()) ? [] : ["neither form nor mail"];
  const fields = letter.locator("input:not([tabindex='-1']):not([type=hidden]), textarea");
  const faults = await fields.evaluateAll((every) => every.filter((one) => !one.labels?.length).map((one) => `no label: ${one.name}`));
  const autocompleted = await fields.evaluateAll((every) => every.filter((one) => one.matches("[type=email], [name=name]")).every((one) => one.autocomplete));
  const before = tab.url();
  await letter.getByRole("button").last().focus();
  await tab.keyboard.press("Enter");
  const first = await fields.first().evaluate((one) => one === document.activeElement);
  return [
    ...faults,
    ...(autocompleted ? [] : ["name and mail do not say what they are (autocomplete)"]),
    ...(tab.url() === before && first ? [] : ["an empty form does not lead to the first missing field"]),
  ];
}

/** Deep below the root too, an address that leads nowhere gets the site's own page, styled, and a way back. */
async function missing(tab, site) {
  const lost = [];
  tab.on("response", (answer) => answer.status() >= 400 && !answer.request().isNavigationRequest() && lost.push(answer.url()));
  const answer = await tab.goto(`${site.url}no/such/page/`, { waitUntil: "load" });
  const links = await tab.locator("#content a").evaluateAll((all) => all.map((one) => one.href));
  const dead = await tab.evaluate(async (all) => {
    const answers = await Promise.all(all.map((one) => fetch(one).then(({ ok }) => ok)));
    return all.filter((_, place) => !answers[place]);
  }, links);
  return [
    ...(answer.status() === 404 ? [] : [`its status is ${answer.status()}`]),
    ...lost.map((url) => `${url} is not found from there`),
    ...(links.length ? [] : ["it leads nowhere"]),
    ...dead.map((url) => `its link to ${url} is dead`),
  ];
}
