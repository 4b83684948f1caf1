#!/usr/bin/env node
import "./require-node.js";

const cli = new URL("../dist/cli/main.js", import.meta.url);
try {
  const { main } = await import(cli.href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND" || !error.message.includes("dist")) throw error;
  console.error("tawatur is not built yet: run `npm run build` first.");
  process.exitCode = 1;
}
