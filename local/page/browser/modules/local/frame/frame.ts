import { LightningElement } from "lwc";
import { context } from "@local/context";
import type { Choice } from "../../../../context.ts";

interface Switch {
  readonly id: "scenario" | "language" | "theme";
  readonly label: string;
  readonly options: readonly (Choice & { readonly selected: boolean })[];
}

const THEMES: readonly Choice[] = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" }
];

const marked = (choices: readonly Choice[], chosen: string): Switch["options"] =>
  choices.map((choice) => ({ ...choice, selected: choice.value === chosen }));

/** The bar above the wizard: which stand-in org, language and theme. Not part of the product. */
export default class Frame extends LightningElement {
  readonly switches: readonly Switch[] = [
    { id: "scenario", label: "Scenario", options: marked(context.scenarios, context.scenario) },
    { id: "language", label: "Language", options: marked(context.languages, context.language) },
    { id: "theme", label: "Theme", options: marked(THEMES, context.theme) }
  ];

  handleChange(event: Event): void {
    const { value, dataset } = event.target as HTMLSelectElement;
    const address = new URL(location.href);
    address.searchParams.set(dataset["switch"] ?? "", value);
    location.assign(address);
  }
}
