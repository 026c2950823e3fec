import type { YamlFile } from "./yaml-file.ts";

/** A step as far as our own rules look at it. The shape is GitHub's, which its language service has held it against. */
export interface Step {
  readonly path: readonly PropertyKey[];
  readonly run: string;
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
}

/** A job of a workflow, or all of an action. */
export interface Job {
  readonly matrix: Readonly<Record<string, readonly unknown[]>>;
  readonly steps: readonly Step[];
}

interface WrittenJob {
  readonly strategy?: { readonly matrix?: Job["matrix"] };
  readonly steps?: readonly Partial<Step>[];
}

/** @returns the jobs of a workflow; of an action the one that its steps are part of */
export function jobsOf({ content }: YamlFile): Job[] {
  const { jobs = {}, runs } = (content ?? {}) as { jobs?: Record<string, WrittenJob | null>; runs?: WrittenJob };
  return [
    ...Object.entries(jobs).map(([name, job]) => jobAt(["jobs", name], job ?? {})),
    ...(runs ? [jobAt(["runs"], runs)] : [])
  ];
}

const jobAt = (path: readonly PropertyKey[], { strategy, steps = [] }: WrittenJob): Job => ({
  matrix: strategy?.matrix ?? {},
  steps: steps.map(({ run = "", uses = "", with: given = {} }, at) => ({
    path: [...path, "steps", at],
    run,
    uses,
    with: given
  }))
});
