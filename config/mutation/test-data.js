// Tells Stryker which code of the checklist is test data: `healthy`, the rows of the tests' healthy org, beside each query.
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const shouldIgnore = ({ node: { type, id } }) =>
  type === "VariableDeclarator" && id.name === "healthy" ? "rows of the tests' healthy org" : undefined;

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "test-data", { shouldIgnore })];
