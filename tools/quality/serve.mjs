// A built site over HTTP on this machine alone, the way a static host serves it: compressed, with the site's own
// `_headers`, and its 404.html where there is nothing else.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ics": "text/calendar; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
const COMPRESSED = /^(text\/|application\/(json|xml|manifest)|image\/svg)/;
const CACHED = "public, max-age=600"; // what GitHub Pages says of every file

/** Serves `folder`; resolves to its address, which ends with a slash, and a way to stop. */
export async function serve(folder) {
  const root = resolve(folder);
  const rules = headerRules(await readFile(join(root, "_headers"), "utf8").catch(() => ""));
  const kept = new Map();
  const server = createServer(async (request, response) => {
    try {
      const answer = await found(root, decodeURIComponent(new URL(request.url, "http://site").pathname));
      if (answer.moved) return response.writeHead(301, { location: answer.moved }).end();
      if (!kept.has(answer.file)) kept.set(answer.file, await encoded(answer.file));
      const { type, plain, packed } = kept.get(answer.file);
      const headers = { "content-type": type, "cache-control": CACHED, ...headersFor(rules, answer.path) };
      const small = packed && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
      const body = small ? packed : plain;
      if (packed) headers.vary = "accept-encoding";
      if (small) headers["content-encoding"] = "gzip";
      response.writeHead(answer.status, { ...headers, "content-length": body.length });
      response.end(request.method === "HEAD" ? undefined : body);
    } catch (error) {
      response.writeHead(error instanceof URIError ? 400 : 404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => new Promise((done) => (server.closeAllConnections(), server.close(done)));
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

async function found(root, path) {
  const file = resolve(root, `.${path}`);
  const inside = file === root || file.startsWith(root + sep);
  const there = inside && !path.startsWith("/_") ? await stat(file).catch(() => null) : null;
  if (there?.isFile()) return { path, file, status: 200 };
  if (there?.isDirectory() && !path.endsWith("/")) return { moved: `${path}/` };
  const index = join(file, "index.html");
  if (there?.isDirectory() && (await stat(index).catch(() => null))) return { path, file: index, status: 200 };
  return { path, file: join(root, "404.html"), status: 404 };
}

async function encoded(file) {
  const plain = await readFile(file);
  const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
  return { type, plain, packed: COMPRESSED.test(type) ? gzipSync(plain, { level: 9 }) : null };
}

/** The rules of a `_headers` file as Netlify and Cloudflare Pages read it: a path, then indented headers. */
export function headerRules(text) {
  const rules = [];
  for (const line of text.split("\n").filter((one) => one.trim() && !one.trim().startsWith("#"))) {
    if (/^\S/.test(line)) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
      rules.push({ covers: new RegExp(`^${pattern}$`), headers: {} });
    } else {
      const [, name, value] = line.match(/^\s+([^:]+):\s*(.*)$/) ?? [];
      if (name && rules.length) rules.at(-1).headers[name.trim().toLowerCase()] = value.trim();
    }
  }
  return rules;
}

function headersFor(rules, path) {
  return Object.assign({}, ...rules.filter((rule) => rule.covers.test(path)).map((rule) => rule.headers));
}
