// One declaration for each @AuraEnabled method, so that calls are checked.
declare module "@salesforce/apex/MccGateway.runQueries" {
  /** One query's outcome: `rows` is JSON text, null where the error stands instead. */
  export interface Answer {
    readonly name: string;
    readonly rows: string | null;
    readonly errorType: string | null;
    readonly errorMessage: string | null;
  }
  export default function runQueries(params: { readonly requests: string }): Promise<readonly Answer[]>;
}
