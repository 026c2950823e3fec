import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rollup, type Plugin } from "rollup";
import { printed } from "./print.ts";
import { CHECKLIST } from "./project.ts";
import { toJavaScript } from "./typescript.ts";

const typescript: Plugin = {
  name: "typescript",
  load: (file) => (file.endsWith(".ts") ? toJavaScript(file, readFileSync(file, "utf8")) : null)
};

/**
 * @returns the whole checklist as one ES module
 * @throws {Error} when it imports something that is not there
 */
export async function bundleChecklist(): Promise<string> {
  const bundle = await rollup({
    input: join(CHECKLIST, "index.ts"),
    plugins: [typescript],
    // An import that is not found would otherwise be left in, for the org to fail on.
    onwarn: ({ message }) => {
      throw new Error(`The checklist can't be made into one module: ${message}`);
    }
  });
  const { output } = await bundle.generate({ format: "esm" });
  return printed(output[0].code);
}
