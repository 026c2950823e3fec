import { addressInOrg } from "@local/context";
import type { PageReference } from "lightning/navigation";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks for any[] of a mixin's base
type Constructor = new (...args: any[]) => object;

const Navigate = Symbol("Navigate");
const GenerateUrl = Symbol("GenerateUrl");

function addressOf({ type, attributes }: PageReference): string {
  const address = attributes?.["url"];
  if (type === "standard__webPage" && address !== undefined) return addressInOrg(address);
  throw new Error(`The local page can't navigate to a page of type ${type}.`);
}

/** Stands in for the platform's module, which the published components leave out. Web pages only. */
export const NavigationMixin = Object.assign(
  <Base extends Constructor>(base: Base) =>
    class extends base {
      [Navigate](page: PageReference): void {
        window.open(addressOf(page), "_blank", "noopener");
      }
      [GenerateUrl](page: PageReference): Promise<string> {
        return Promise.resolve(addressOf(page));
      }
    },
  { Navigate, GenerateUrl }
);
