/** @returns a name in words, which stands in for the label: the published types carry none */
export const labelOf = (name: string): string =>
  name
    .replace(/^[A-Za-z0-9]+__(?=.*__)|__c$/g, "")
    .replace(/_/g, " ")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ");
