// Gone when the scratch-org workflow has passed: a deployment says the same.
import { elementsAt, type Element, type ElementProblem } from "../metadata/tree.ts";
import { membersOf } from "../templates/members.ts";

/** Where a component may be put. Source: LWC Developer Guide, "XML Configuration File Elements", `target`. */
const TARGETS: ReadonlySet<string> = new Set([
  "analytics__Dashboard",
  "lightning__AppPage",
  "lightning__EnablementProgram",
  "lightning__FlowAction",
  "lightning__FlowScreen",
  "lightning__GlobalAction",
  "lightning__HomePage",
  "lightning__Inbox",
  "lightning__RecordAction",
  "lightning__RecordPage",
  "lightning__Tab",
  "lightning__UrlAddressable",
  "lightning__UtilityBar",
  "lightning__VoiceExtension",
  "lightningCommunity__Default",
  "lightningCommunity__Page",
  "lightningCommunity__Page_Layout",
  "lightningCommunity__Theme_Layout",
  "lightningSnapin__ChatHeader",
  "lightningSnapin__ChatMessage",
  "lightningSnapin__Minimized",
  "lightningSnapin__PreChat"
]);

/**
 * @param bundle the root of a `.js-meta.xml`
 * @param lwc the folder of the project's components
 * @returns targets that there are not, and settings of targets or properties that the component does not have
 */
export function bundleTargetProblems(bundle: Element, lwc: string, name: string): ElementProblem[] {
  const targets = elementsAt(bundle, ["targets", "target"]);
  const named = targets.map(({ text }) => text);
  const configs = elementsAt(bundle, ["targetConfigs", "targetConfig"]);
  const api = membersOf(lwc, `c/${name}`)?.api;
  return [
    ...targets
      .filter(({ text }) => !TARGETS.has(text))
      .map(({ line, text }) => ({ line, message: `Salesforce has no target "${text}".` })),
    ...configs.flatMap(({ line, attributes: { targets: of = "" } }) =>
      of
        .split(",")
        .map((one) => one.trim())
        .filter((one) => !named.includes(one))
        .map((one) => ({ line, message: `"${one}" is configured, and not among the component's targets.` }))
    ),
    ...configs
      .flatMap((config) => elementsAt(config, ["property"]))
      .filter(({ attributes }) => !api?.has(attributes.name ?? ""))
      .map(({ line, attributes }) => ({ line, message: `The class has no @api "${attributes.name ?? ""}".` }))
  ];
}
