import type { z } from "zod";
import type { Problem } from "../problems.ts";
import { readYaml } from "./yaml-file.ts";

/** @returns what a schema has against a YAML file, each at its line */
export function shapeProblems(file: string, schema: z.ZodType): Problem[] {
  const yaml = readYaml(file);
  if (yaml.problems.length > 0) return [...yaml.problems];
  const { error } = schema.safeParse(yaml.content);
  return (error?.issues ?? []).map((issue) => {
    const place = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
    return { file, line: yaml.lineOf(place), message: `${issue.path.join(".") || "The file"}: ${issue.message}` };
  });
}
