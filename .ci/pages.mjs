// Looks at the pages of a built site as their readers do: axe over every kind of page, light and dark,
// wide and narrow; the Nu checker over every page.
//
//   node .ci/pages.mjs TOOLS SITE
//
// TOOLS is the folder with node_modules/axe-core and node_modules/vnu-jar. Needs chromedriver and java.
// Exits with 1 when anything is wrong.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const [tools, site] = process.argv.slice(2);
// The path of the base URL, as the home page has it.
const home = readFileSync(join(site, "index.html"), "utf8");
const base = new URL(/<link rel="canonical" href="([^"]+)"/.exec(home)[1]).pathname;
const axe = readFileSync(join(tools, "node_modules/axe-core/axe.min.js"), "utf8");
const jar = join(tools, "node_modules/vnu-jar/build/dist/vnu.jar");
const SCHEMES = ["light", "dark"];
const WIDTHS = [390, 1440];
// How many pages of one kind axe looks at: the longest ones, which have the most on them.
const OF_ONE_KIND = 3;
// How many files the Nu checker is given at once.
const AT_ONCE = 400;
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".woff2": "font/woff2", ".xml": "application/xml" };

function files(folder, within = "") {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = within ? `${within}/${entry.name}` : entry.name;
    return entry.isDirectory() ? files(folder, path) : [path];
  }).sort();
}

// The kind of page that a file is: its path without the names in it.
function kind(path) {
  return path
    .replace(/^sources\/[^/]+\//, "sources/*/")
    .replace(/^entities\/index\/[^/]+\/\d+\//, "entities/index/*/")
    .replace(/^entities\/(?!index\/)[^/]+\//, "entities/*/")
    .replace(/\/\d+\//g, "/*/");
}

// Entities of different kinds have different things on their pages.
function kindOf(path) {
  const name = kind(path);
  if (name !== "entities/*/index.html") return name;
  return `${name} (${/class="kind (\w+)"/.exec(readFileSync(join(site, path), "utf8"))?.[1]})`;
}

function chosen(pages) {
  const kinds = new Map();
  for (const page of pages) kinds.set(kindOf(page), [...(kinds.get(kindOf(page)) ?? []), page]);
  const size = (page) => readFileSync(join(site, page)).length;
  for (const [name, of] of kinds) kinds.set(name, of.sort((a, b) => size(b) - size(a)).slice(0, OF_ONE_KIND));
  return kinds;
}

async function driver() {
  const process_ = spawn("chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "ignore"] });
  const port = await new Promise((found, failed) => {
    process_.on("error", failed);
    process_.stdout.on("data", (data) => {
      const port = /on port (\d+)/.exec(String(data).replace(/on port 0\b/, ""))?.[1];
      if (port) found(port);
    });
  });
  const profile = mkdtempSync(join(tmpdir(), "pages-"));
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", `--user-data-dir=${profile}`];
  const wanted = { browserName: "chrome", "goog:chromeOptions": { args } };
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: wanted } });
  const session = `/session/${sessionId}`;
  return {
    open: (url) => ask("POST", `${session}/url`, { url }),
    run: (script) => ask("POST", `${session}/execute/sync`, { script, args: [] }),
    devtools: (cmd, params) => ask("POST", `${session}/goog/cdp/execute`, { cmd, params }),
    async end() {
      await ask("DELETE", session).catch(() => {});
      process_.kill();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function accessibility(pages) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const within = path.startsWith(base) ? path.slice(base.length) : "404.html";
    const file = join(site, within.endsWith("/") || within === "" ? `${within}index.html` : within);
    const found = !within.includes("..") && existsSync(file);
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "text/plain" });
    response.end(readFileSync(found ? file : join(site, "404.html")));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}${base}`;
  const browser = await driver();
  let wrong = 0;
  try {
    for (const [name, of] of chosen(pages)) {
      for (const page of of) {
        for (const scheme of SCHEMES) {
          for (const width of WIDTHS) {
            const size = { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 };
            await browser.devtools("Emulation.setDeviceMetricsOverride", size);
            const features = [{ name: "prefers-color-scheme", value: scheme }];
            await browser.devtools("Emulation.setEmulatedMedia", { features });
            await browser.open(origin + page.replace(/index\.html$/, "").split("/").map(encodeURIComponent).join("/"));
            // What is folded is read too.
            const found = await browser.run(`${axe}
              document.querySelectorAll("details").forEach((it) => { it.open = true; });
              return axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map((it) =>
                it.id + ": " + it.help + "\\n" + it.nodes.slice(0, 3).map((node) => "      " + node.html.slice(0, 160) +
                  "\\n      " + node.any.concat(node.all, node.none).map((check) => check.message).join("; ")).join("\\n")));`);
            for (const violation of found) console.error(`${page} (${name}), ${scheme}, ${width} px: ${violation}`);
            wrong += found.length;
          }
        }
      }
      console.log(`axe: ${name}: ${of.length} × ${SCHEMES.length} × ${WIDTHS.length}`);
    }
  } finally {
    await browser.end();
    server.close();
  }
  return wrong;
}

function validity(pages) {
  let valid = true;
  for (let from = 0; from < pages.length; from += AT_ONCE) {
    const part = pages.slice(from, from + AT_ONCE).map((page) => join(site, page));
    try {
      execFileSync("java", ["-Xss8m", "-jar", jar, "--stdout", "--errors-only", "--also-check-svg", ...part], { stdio: "inherit" });
    } catch {
      valid = false;
    }
  }
  console.log(`Nu checker: ${pages.length} files`);
  return valid;
}

const all = files(site);
const pages = all.filter((path) => path.endsWith(".html"));
const valid = validity(all.filter((path) => path.endsWith(".html") || path.endsWith(".svg")));
// A page that only leads on is gone before it is looked at.
const wrong = await accessibility(pages.filter((page) => !readFileSync(join(site, page), "utf8").includes('http-equiv="refresh"')));
console.log(wrong || !valid ? `axe: ${wrong} violations; HTML valid: ${valid}` : "axe: no violation; HTML: valid");
process.exitCode = wrong || !valid ? 1 : 0;
