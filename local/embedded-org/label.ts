/** @returns an API name split into words, in place of the label, which the published types lack */
export const labelOf = (name: string): string =>
  name
    .replace(/^[A-Za-z0-9]+__(?=.*__)|__c$/g, "")
    .replace(/_/g, " ")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ");
