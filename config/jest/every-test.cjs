/* global describe */
// All of the checklist's tests as one file: Jest loads the checklist anew for each test file.
const { readdirSync } = require("node:fs");
const { join } = require("node:path");

const checklist = join(__dirname, "../../checklist");
for (const file of readdirSync(checklist, { recursive: true }).sort())
  if (file.endsWith(".test.ts")) {
    describe(file, () => {
      require(join(checklist, file));
    });
  }
