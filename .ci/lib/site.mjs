// A built site on disk: its files, the kinds of its pages, and a server that gives them under the path of its base URL.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".woff2": "font/woff2", ".png": "image/png", ".xml": "application/xml", ".txt": "text/plain" };

/** The path of the base URL of the site in a folder, as its home page has it. */
export function basePath(folder) {
  const home = readFileSync(join(folder, "index.html"), "utf8");
  return new URL(/<link rel="canonical" href="([^"]+)"/.exec(home)[1]).pathname;
}

/** Every file below a folder, by its path in it, sorted. */
export function files(folder, within = "") {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = within ? `${within}/${entry.name}` : entry.name;
    return entry.isDirectory() ? files(folder, path) : [path];
  }).sort();
}

/** The HTML pages that are read; one that only leads on is gone before it is looked at. */
export function pages(folder) {
  return files(folder).filter((path) => path.endsWith(".html") &&
    !readFileSync(join(folder, path), "utf8").includes('http-equiv="refresh"'));
}

// What kind of page a path is: the path without the names and numbers in it. Entities of different kinds have different
// things on their pages.
function kind(folder, path) {
  const name = path
    .replace(/^sources\/(?!\d+\/)[^/]+\//, "sources/*/")
    .replace(/^entities\/index\/[^/]+\/\d+\//, "entities/index/*/")
    .replace(/^entities\/(?!index\/)[^/]+\//, "entities/*/")
    .replace(/^timeline\/.+\//, "timeline/*/")
    .replace(/\/\d+\//g, "/#/");
  if (name !== "entities/*/index.html") return name;
  return `${name} (${/class="kind (\w+)"/.exec(readFileSync(join(folder, path), "utf8"))?.[1]})`;
}

/**
 * The pages of each kind, at most `most` of one kind: the largest, which has the most on it, and others evenly spread over
 * the rest by size, down to the smallest. The same site gives the same pages.
 */
export function byKind(folder, most) {
  const kinds = new Map();
  for (const page of pages(folder)) {
    const name = kind(folder, page);
    kinds.set(name, [...(kinds.get(name) ?? []), page]);
  }
  for (const [name, of] of kinds) {
    const size = new Map(of.map((page) => [page, statSync(join(folder, page)).size]));
    of.sort((a, b) => size.get(b) - size.get(a) || (a < b ? -1 : 1));
    const count = Math.min(most, of.length);
    const step = count > 1 ? (of.length - 1) / (count - 1) : 0;
    kinds.set(name, Array.from({ length: count }, (_, index) => of[Math.round(index * step)]));
  }
  return kinds;
}

/** The path of a page below the base path, as links write it. */
export function address(page) {
  return page.replace(/index\.html$/, "").split("/").map(encodeURIComponent).join("/");
}

/** Serves the site on the loopback as a host of static files does; `origin` ends with the base path. */
export async function serve(folder) {
  const base = basePath(folder);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const within = path.startsWith(base) ? path.slice(base.length) : undefined;
    const file = within === undefined ? "" : join(folder, within.endsWith("/") || within === "" ? `${within}index.html` : within);
    const found = file && !within.includes("..") && existsSync(file) && statSync(file).isFile();
    const name = found ? file : join(folder, "404.html");
    const headers = { "content-type": TYPES[extname(name)] ?? "application/octet-stream" };
    const compressed = !/\.(woff2|png)$/.test(name) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    if (compressed) headers["content-encoding"] = "gzip";
    response.writeHead(found ? 200 : 404, headers);
    response.end(compressed ? gzipSync(readFileSync(name)) : readFileSync(name));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const host = `http://127.0.0.1:${server.address().port}`;
  return { host, origin: host + base, end: () => server.close() };
}
