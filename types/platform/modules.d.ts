// Modules that @salesforce/lightning-types does not describe.
declare module "@salesforce/user/Id" {
  const id: string;
  export default id;
}

declare module "@salesforce/client/formFactor" {
  const formFactor: "Large" | "Medium" | "Small";
  export default formFactor;
}

declare module "@salesforce/i18n/lang" {
  const language: string;
  export default language;
}

declare module "@salesforce/resourceUrl/MCC_Health_Languages" {
  /** The address of a static resource; in an archive, a file's path follows after a slash. */
  const url: string;
  export default url;
}

declare module "@salesforce/resourceUrl/MCC_Health_Details" {
  const url: string;
  export default url;
}

declare module "@salesforce/resourceUrl/MCC_Health_On_Demand" {
  const url: string;
  export default url;
}

declare module "@salesforce/i18n/locale" {
  const locale: string;
  export default locale;
}

declare module "lightning/navigation" {
  import type { LightningElement } from "lwc";

  export interface PageReference {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>>;
  }

  interface Navigation {
    [NavigationMixin.Navigate](page: PageReference, replace?: boolean): void;
    [NavigationMixin.GenerateUrl](page: PageReference): Promise<string>;
  }

  // TypeScript asks for any[] of a mixin's base.
  type Constructor<Instance> = new (...args: any[]) => Instance;

  export function NavigationMixin<Base extends Constructor<LightningElement>>(
    base: Base
  ): Base & Constructor<Navigation>;
  export namespace NavigationMixin {
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
  }
}
