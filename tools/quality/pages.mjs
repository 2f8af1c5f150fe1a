// Which pages a built site has, and of which kind each is.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Every page of the site, by path: `{path, kind, language, html}`. A kind is "home", "work", "work/*", "404" ... */
export function pagesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith(".html"))
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join("/"))
    .sort();
  const read = files.map((file) => {
    const html = readFileSync(join(folder, file), "utf8");
    return { path: file.replace(/(^|\/)index\.html$/, "$1"), html, language: html.match(/<html[^>]*\blang="([^"]*)"/)?.[1] };
  });
  const first = read.find((page) => page.path === "")?.language;
  const prefixes = read.filter((page) => page.language !== first && /^[^/]+\/$/.test(page.path)).map((page) => page.path);
  return read.map((page) => {
    const prefix = prefixes.find((one) => page.path.startsWith(one)) ?? "";
    return { ...page, kind: kindOf(page.path.slice(prefix.length)), first: !prefix };
  });
}

function kindOf(path) {
  if (path === "") return "home";
  if (path.endsWith("404.html")) return "404";
  const [section, ...below] = path.split("/").filter(Boolean);
  return below.length ? [section, ...below.slice(0, -1), "*"].join("/") : section;
}

/** One page of each kind, that with most to show: pictures before none, then the longest. */
export function oneOfEach(pages) {
  const best = new Map();
  for (const page of pages.filter((one) => one.first)) {
    const now = best.get(page.kind);
    if (!now || shows(page) > shows(now)) best.set(page.kind, page);
  }
  return [...best.values()];
}

/** The home pages of the languages after the first. */
export function otherHomes(pages) {
  return pages.filter((page) => !page.first && page.kind === "home");
}

function shows(page) {
  return (/<main[\s\S]*<(img|picture)\b/.test(page.html) ? 1e9 : 0) + page.html.length;
}
