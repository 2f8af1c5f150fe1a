// The Nu HTML checker, which is the W3C's validator, over every page and style sheet. No error is let through.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const NOT_MEANT = [
  /violates Content Security Policy/, // read from a disk, no address is the site's own; the browser judges the policy
  // What its reader of CSS does not know yet: View Transitions 2, Masking 1, and variables in a calculation.
  /^CSS: Unrecognized at-rule “@view-transition”/,
  /^CSS: “mask(-image)?”: .* is not a “mask(-image)?” value/,
  /^CSS: “[a-z-]+”: The types are incompatible\.$/,
];

/** Findings of the whole folder: errors and warnings, each with its page and place. */
export async function markup(folder) {
  const words = ["-Xss4m", "-jar", JAR, "--stdout", "--exit-zero-always", "--format", "json", "--also-check-css"];
  const said = await new Promise((done, failed) =>
    execFile("java", [...words, "--skip-non-html", folder], { maxBuffer: 1 << 28 }, (error, out, complaint) =>
      error ? failed(new Error(`java: ${complaint || error}`)) : done(out),
    ),
  );
  const meant = JSON.parse(said).messages.filter(({ message }) => !NOT_MEANT.some((one) => one.test(message)));
  return meant.map((one) => {
    const page = decodeURIComponent(one.url ?? "").split(`${folder.replace(/\/$/, "")}/`).at(-1);
    const extract = (one.extract ?? "").replace(/\s+/g, " ").slice(0, 120);
    return { page: page.replace(/index\.html$/, ""), what: `${one.message} (line ${one.lastLine ?? "?"}: ${extract})` };
  });
}
