// Draws the pictures of docs/screenshots/ from a built site:
//
//   cargo run --release -- build && node .ci/screenshots.mjs public
//
// Needs chromedriver. The pages are those of the repository's own dossier: of sources and names the largest.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromedriver } from "./lib/browser.mjs";
import { address, byKind, serve } from "./lib/site.mjs";

const site = process.argv[2];
const folder = new URL("../docs/screenshots/", import.meta.url).pathname;
const WIDE = { width: 1440, height: 1150 };
const NARROW = { width: 390, height: 844 };
const QUALITY = 68;

const kinds = byKind(site, 1);
const largest = (kind) => kinds.get(kind)[0];
const pictures = [
  ["home", "index.html", WIDE, "light"],
  ["source", largest("sources/*/index.html"), WIDE, "light"],
  ["person", largest("entities/*/index.html (person)"), WIDE, "dark"],
  ["place", largest("entities/*/index.html (place)"), WIDE, "light"],
  ["names", "entities/index.html", WIDE, "light"],
  ["network", "network/index.html", WIDE, "light"],
  ["places", "places/index.html", WIDE, "dark"],
  ["timeline", "timeline/index.html", WIDE, "light"],
  ["home-narrow", "index.html", NARROW, "dark"],
  ["source-narrow", largest("sources/*/index.html"), NARROW, "light"],
  ["network-narrow", "network/index.html", NARROW, "dark"],
  ["search-narrow", "search/index.html", NARROW, "light", "Токаева"],
];

mkdirSync(folder, { recursive: true });
const server = await serve(site);
const driver = await chromedriver();
const browser = await driver.open();
try {
  for (const [name, page, { width, height }, scheme, query] of pictures) {
    await browser.look({ width, scheme, height });
    await browser.open(server.origin + address(page) + (query ? `?q=${encodeURIComponent(query)}` : ""));
    // Fonts are there and, on the page of the search, its answer.
    await browser.run(`return document.fonts.ready.then(() => new Promise((done) => setTimeout(done, ${query ? 1500 : 100})))`);
    const { data } = await browser.devtools("Page.captureScreenshot", { format: "webp", quality: QUALITY });
    writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, "base64"));
  }
} finally {
  await browser.end();
  driver.end();
  server.end();
}
