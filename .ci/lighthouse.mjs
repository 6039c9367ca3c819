// Lighthouse over one page of each kind of the sites given, the largest; a kind that an earlier site has had is not asked
// again.
//
//   node .ci/lighthouse.mjs TOOLS SITE…
//
// TOOLS is the folder with node_modules/lighthouse. Accessibility, best practices and SEO must be 100; performance is
// printed only, as it tells more of the machine than of the page. Exits with 1 when anything is less.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { address, byKind, serve } from "./lib/site.mjs";

const [tools, ...sites] = process.argv.slice(2);
const modules = resolve(tools, "node_modules");
const { default: lighthouse } = await import(join(modules, "lighthouse/core/index.js"));
const { launch } = await import(join(modules, "chrome-launcher/dist/index.js"));
// Milliseconds of quiet after which a page is taken as complete: it is on this machine and loads nothing later.
const WAITS = { pauseAfterFcpMs: 200, pauseAfterLoadMs: 200, networkQuietThresholdMs: 200, cpuQuietThresholdMs: 200 };
const PERFECT = ["accessibility", "best-practices", "seo"];
const chromePath = process.env.CHROME_PATH ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

const chrome = await launch({ chromePath, chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"] });
const seen = new Set();
let faults = 0;
try {
  for (const site of sites) {
    const server = await serve(site);
    for (const [kind, [page]] of byKind(site, 1)) {
      if (seen.has(kind)) continue;
      seen.add(kind);
      const options = { port: chrome.port, output: "json", logLevel: "error", disableFullPageScreenshot: true, ...WAITS,
        onlyCategories: ["performance", ...PERFECT] };
      const { lhr } = await lighthouse(server.origin + address(page), options);
      const score = (category) => Math.round((lhr.categories[category].score ?? 0) * 100);
      const short = PERFECT.filter((category) => score(category) < 100);
      console.log(`${PERFECT.map(score).join(" ")}, performance ${score("performance")}: ${page}`);
      for (const category of short) {
        faults += 1;
        const audits = lhr.categories[category].auditRefs.filter((it) => it.weight > 0).map((it) => lhr.audits[it.id])
          .filter((audit) => audit.score !== null && audit.score < 1);
        console.error(`${page}: ${category} ${score(category)}: ${audits.map((audit) => `${audit.id} (${audit.title})`).join("; ") ||
          lhr.runtimeError?.message}`);
      }
    }
    server.end();
  }
} finally {
  chrome.kill();
}
console.log(faults > 0 ? `Lighthouse: ${faults} short of 100, see above` : `Lighthouse: 100 for ${PERFECT.join(", ")} on ${seen.size} kinds of pages`);
process.exit(faults > 0 ? 1 : 0);
