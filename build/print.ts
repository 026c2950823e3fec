import { transform } from "esbuild";

/**
 * Prints what is deployed: two spaces, no comments, nothing shortened. The comments stay where people read and change
 * the code, and the org's limit on the size of a file is far away.
 * @param code JavaScript; decorators pass through, for the org's own compiler
 */
export async function printed(code: string): Promise<string> {
  const output = await transform(code, { loader: "js", target: "esnext", legalComments: "none", charset: "utf8" });
  return output.code;
}
