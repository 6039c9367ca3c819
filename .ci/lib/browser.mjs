// Headless Chromium by way of chromedriver.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A running chromedriver; `open` starts a browser of it. */
export async function chromedriver() {
  const child = spawn("chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "ignore"] });
  const port = await new Promise((found, failed) => {
    child.on("error", failed);
    child.on("exit", (code) => failed(new Error(`chromedriver ended with ${code}`)));
    child.stdout.on("data", (data) => {
      const port = /on port (\d+)/.exec(String(data).replace(/on port 0\b/, ""))?.[1];
      if (port) found(port);
    });
  });
  return { open: () => session(port), end: () => child.kill() };
}

async function session(port) {
  const profile = mkdtempSync(join(tmpdir(), "pages-"));
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  const alwaysMatch = { browserName: "chrome", "goog:loggingPrefs": { browser: "ALL", performance: "ALL" },
    "goog:chromeOptions": { args: [...ARGUMENTS, `--user-data-dir=${profile}`] } };
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch } });
  const path = `/session/${sessionId}`;
  const devtools = (cmd, params) => ask("POST", `${path}/goog/cdp/execute`, { cmd, params });
  return {
    devtools,
    open: (url) => ask("POST", `${path}/url`, { url }),
    /** What a script returns, or what its promise comes to. */
    run: (script) => ask("POST", `${path}/execute/sync`, { script, args: [] }),
    /** How large the window is, in CSS pixels, how many points a pixel has, and which colours the reader prefers. */
    async look({ width, height = 900, scale = 1, scheme = "light" }) {
      const size = { width, height, deviceScaleFactor: scale, mobile: width < 600 };
      await devtools("Emulation.setDeviceMetricsOverride", size);
      await devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
    },
    /** The errors and warnings of the console since the last call. */
    async complaints() {
      const lines = await ask("POST", `${path}/se/log`, { type: "browser" });
      return lines.filter((line) => line.level === "SEVERE" || line.level === "WARNING").map((line) => line.message);
    },
    /** The addresses that were asked for since the last call. */
    async requests() {
      const lines = await ask("POST", `${path}/se/log`, { type: "performance" });
      return lines.map((line) => JSON.parse(line.message).message)
        .filter((message) => message.method === "Network.requestWillBeSent")
        .map((message) => message.params.request.url);
    },
    async end() {
      await ask("DELETE", path).catch(() => {});
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
