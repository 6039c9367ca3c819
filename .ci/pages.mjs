// Looks at the pages of a built site as their readers do.
//
//   node .ci/pages.mjs TOOLS SITE
//
// TOOLS is the folder with node_modules/axe-core and node_modules/vnu-jar. Needs chromedriver and java. Exits with 1 when
// anything is wrong. What is asked of which pages:
//
//   every page               valid HTML (Nu checker), SVG files too
//   every source page        its HTML and CSS weigh less than 60 KB compressed, without fonts
//   the largest of a kind    light and dark, 390 and 1440 pixels: axe finds nothing
//   two more of each kind    the same, in one of the four ways each
//   the three of each kind   nothing overflows at any width or when enlarged twice; the console stays empty; no other host
//                            is asked
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { chromedriver } from "./lib/browser.mjs";
import { address, byKind, files, pages, serve } from "./lib/site.mjs";

const [tools, site] = process.argv.slice(2);
const axe = readFileSync(join(tools, "node_modules/axe-core/axe.min.js"), "utf8");
const jar = join(tools, "node_modules/vnu-jar/build/dist/vnu.jar");

const OF_ONE_KIND = 3;
const WAYS = [
  { scheme: "light", width: 1440 },
  { scheme: "dark", width: 390 },
  { scheme: "light", width: 390 },
  { scheme: "dark", width: 1440 },
];
// Half of 1440 pixels with twice the points is what a window of 1440 has at 200 %.
const WINDOWS = [{ width: 360 }, { width: 390 }, { width: 768 }, { width: 1440 }, { width: 2560 }, { width: 720, scale: 2 }];
const HEAVIEST_SOURCE = 60_000;
// How many files the Nu checker is given at once.
const AT_ONCE = 400;
const BROWSERS = 2;

const faults = [];
const fault = (page, what) => { faults.push(page); console.error(`${page}: ${what}`); };

async function validity(checked) {
  for (let from = 0; from < checked.length; from += AT_ONCE) {
    const part = checked.slice(from, from + AT_ONCE).map((path) => join(site, path));
    const options = ["-Xss8m", "-jar", jar, "--stdout", "--errors-only", "--also-check-svg", ...part];
    await promisify(execFile)("java", options, { maxBuffer: 1 << 26 })
      .catch((error) => fault("Nu checker", error.stdout || error.message));
  }
  console.log(`Nu checker: ${checked.length} files`);
}

function weights(checked) {
  const css = files(site).filter((path) => path.endsWith(".css"));
  const styles = css.reduce((sum, path) => sum + gzipSync(readFileSync(join(site, path))).length, 0);
  let heaviest = 0;
  for (const page of checked) {
    const weight = styles + gzipSync(readFileSync(join(site, page))).length;
    heaviest = Math.max(heaviest, weight);
    if (weight > HEAVIEST_SOURCE) fault(page, `HTML and CSS weigh ${weight} bytes compressed, more than ${HEAVIEST_SOURCE}`);
  }
  console.log(`weight: ${checked.length} source pages, the heaviest ${heaviest} bytes compressed with CSS`);
}

// What is folded is read too.
const UNFOLD = `document.querySelectorAll("details").forEach((it) => { it.open = true; });`;

// axe is put into each page before its own scripts, and waits to be called.
const ACCESSIBILITY = `${UNFOLD}
  return axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map((it) =>
    it.id + ": " + it.help + "\\n" + it.nodes.slice(0, 3).map((node) => "      " + node.html.slice(0, 160) +
      "\\n      " + node.any.concat(node.all, node.none).map((check) => check.message).join("; ")).join("\\n")));`;

// What reaches beyond the window's right edge, unless it is in something that scrolls by itself.
const OVERFLOW = `${UNFOLD}
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("main *, header *, footer *")]
    .filter((it) => it.getBoundingClientRect().right > width + 1)
    .slice(-3).map((it) => it.outerHTML.slice(0, 120)).concat("the page is " + document.documentElement.scrollWidth + " wide");`;

async function read(browser, url, page, ways) {
  for (const { scheme, width } of ways) {
    await browser.look({ width, scheme });
    await browser.open(url);
    for (const violation of await browser.run(ACCESSIBILITY)) fault(page, `${scheme}, ${width} px: ${violation}`);
  }
  for (const size of WINDOWS) {
    await browser.look(size);
    const wide = await browser.run(OVERFLOW);
    if (wide.length > 0) fault(page, `${size.width} px × ${size.scale ?? 1} overflows:\n      ${wide.join("\n      ")}`);
  }
}

async function look() {
  const kinds = byKind(site, OF_ONE_KIND);
  const left = [...kinds].flatMap(([name, of]) => of.map((page, index) => ({ name, page, ways: index === 0 ? WAYS : [WAYS[index]] })));
  const count = left.length;
  const server = await serve(site);
  const driver = await chromedriver();
  try {
    await Promise.all(Array.from({ length: BROWSERS }, async () => {
      const browser = await driver.open();
      try {
        await browser.devtools("Page.addScriptToEvaluateOnNewDocument", { source: axe });
        for (let next = left.shift(); next; next = left.shift()) {
          const page = `${next.page} (${next.name})`;
          const started = Date.now();
          await read(browser, server.origin + address(next.page), page, next.ways);
          if (process.env.PAGES_TIMES) console.log(`${Date.now() - started} ms ${page}`);
          for (const line of await browser.complaints()) fault(page, `console: ${line}`);
          for (const url of await browser.requests()) {
            if (/^https?:/.test(url) && !url.startsWith(server.origin)) fault(page, `asks for ${url}`);
          }
        }
      } finally {
        await browser.end();
      }
    }));
  } finally {
    driver.end();
    server.end();
  }
  console.log(`axe, widths, console, other hosts: ${count} pages of ${kinds.size} kinds`);
}

const all = pages(site);
weights(all.filter((path) => /^sources\/[^/]+\/index\.html$/.test(path)));
await validity(files(site).filter((path) => path.endsWith(".html") || path.endsWith(".svg")));
await look();
console.log(faults.length > 0 ? `${faults.length} faults, see above` : "pages: nothing wrong");
process.exitCode = faults.length > 0 ? 1 : 0;
