import { LightningElement } from "lwc";
import type { AskedMarketingCloud } from "c/mccChecklist";
import { context } from "@local/context";
import { ASK_MARKETING_CLOUD_URL, MARKETING_CLOUD_URL, type Choice, type RealOrg } from "../../../../context.ts";

interface Switch {
  readonly id: "scenario" | "language" | "theme";
  readonly label: string;
  readonly options: readonly (Choice & { readonly selected: boolean })[];
}

const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
  (context.bar[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const THEMES: readonly Choice[] = [
  { value: "light", label: say("theme.light") },
  { value: "dark", label: say("theme.dark") }
];

/** A file's scenario has the name of the file. */
const scenarioChoices = (): Choice[] =>
  context.scenarios.map(({ value, label }) => ({ value, label: context.bar[`scenario.${value}`] ?? label }));

const withSelected = (choices: readonly Choice[], chosen: string): Switch["options"] =>
  choices.map((choice) => ({ ...choice, selected: choice.value === chosen }));

/** The bar above the wizard, with the org, the language and the theme. Not part of the product. */
export default class Frame extends LightningElement {
  readonly org = context.realOrg ? titleOf(context.realOrg) : say("demonstration");
  readonly isRealOrg = context.realOrg !== undefined;
  readonly switches: readonly Switch[] = [
    ...(this.isRealOrg
      ? []
      : [
          {
            id: "scenario" as const,
            label: say("scenario"),
            options: withSelected(scenarioChoices(), context.scenario)
          }
        ]),
    { id: "language", label: say("language"), options: withSelected(context.languages, context.language) },
    { id: "theme", label: say("theme"), options: withSelected(THEMES, context.theme) }
  ];

  readonly label = { answer: say("answer"), about: say("answer.about") };
  /** Where it is narrow, the choices stand behind the org's name: the page is about the wizard. */
  readonly isOpen = window.matchMedia("(width >= 48rem)").matches;
  readonly hasMarketingCloud = context.hasMarketingCloud === true;
  readonly askMarketingCloud = context.asksMarketingCloud ? askMarketingCloud : null;
  /** What the Marketing Cloud admin answered, who is played by this page. */
  answer = "";

  get readOnly(): string {
    const username = context.realOrg?.username ?? null;
    return username === null ? say("read-only") : say("read-only.as", { username });
  }

  async handleAnswer(): Promise<void> {
    const address = new URL(MARKETING_CLOUD_URL, location.href);
    address.searchParams.set("scenario", context.scenario);
    this.answer = await (await fetch(address)).text();
  }

  handleChange(event: Event): void {
    const { value, dataset } = event.target as HTMLSelectElement;
    const address = new URL(location.href);
    address.searchParams.set(dataset["switch"] ?? "", value);
    location.assign(address);
  }
}

function titleOf({ name, kind }: RealOrg): string {
  return say(kind === null ? "org" : `org.${kind}`, { name });
}

/** Has the server ask, which holds the credential. */
async function askMarketingCloud(): Promise<AskedMarketingCloud> {
  try {
    const response = await fetch(ASK_MARKETING_CLOUD_URL, { method: "POST" });
    if (!response.ok) throw new Error(`HTTP ${String(response.status)}`);
    return (await response.json()) as AskedMarketingCloud;
  } catch {
    return { answer: null, said: [say("asked.no-server")] };
  }
}
