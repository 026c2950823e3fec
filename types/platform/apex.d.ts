// One declaration for each @AuraEnabled method, so that calls are checked.
declare module "@salesforce/apex/MccGateway.runQueries" {
  /** A query of the catalogue with the values to bind: see the Apex class MccQueryRequest. */
  export interface Request {
    readonly name: string;
    readonly texts: Readonly<Record<string, string>>;
    readonly lists: Readonly<Record<string, readonly string[]>>;
  }
  /** One query's outcome: `rows` is JSON text, null where the error stands instead. */
  export interface Answer {
    readonly name: string;
    readonly rows: string | null;
    readonly errorType: string | null;
    readonly errorMessage: string | null;
    /** ISO 8601, by Salesforce's clock. */
    readonly answeredAt?: string;
  }
  export default function runQueries(params: { readonly requests: readonly Request[] }): Promise<readonly Answer[]>;
}

/** What a method of MccRecordsController answers: see the Apex class MccRecordsAnswer. */
interface RecordsAnswer {
  readonly saved: boolean;
  readonly reason: "no-access" | "changed" | "too-large" | "failed" | null;
  readonly message: string | null;
  readonly rows: string | null;
}

/** See the Apex class MccConfirmationInput. */
interface ApexConfirmation {
  readonly check: string;
  readonly subjectId: string | null;
  readonly holds: boolean;
  readonly note: string;
  readonly basis: string;
  readonly marketingCloud: string | null;
  readonly version: string | null;
}

declare module "@salesforce/apex/MccRecordsController.mayWrite" {
  /** Which methods would be allowed to write. */
  export interface Rights {
    readonly confirm: boolean;
    readonly undo: boolean;
    readonly savePeople: boolean;
    readonly saveRun: boolean;
  }
  export default function mayWrite(): Promise<Rights>;
}

declare module "@salesforce/apex/MccRecordsController.confirm" {
  export default function confirm(params: { readonly confirmation: ApexConfirmation }): Promise<RecordsAnswer>;
}

declare module "@salesforce/apex/MccRecordsController.undo" {
  export default function undo(params: { readonly confirmation: ApexConfirmation }): Promise<RecordsAnswer>;
}

declare module "@salesforce/apex/MccRecordsController.savePeople" {
  /** See the Apex class MccPersonInput. */
  export interface ApexPerson {
    readonly key: string;
    readonly role: string;
    readonly userId: string | null;
  }
  export default function savePeople(params: { readonly people: readonly ApexPerson[] }): Promise<RecordsAnswer>;
}

declare module "@salesforce/apex/MccRecordsController.saveRun" {
  /** See the Apex class MccRunInput. */
  export interface ApexRun {
    readonly verdict: string;
    readonly blockers: number;
    readonly problems: number;
    readonly unknown: number;
    readonly toConfirm: number;
    readonly warnings: number;
    readonly passed: number;
    readonly people: number;
    readonly milliseconds: number;
  }
  export default function saveRun(params: { readonly run: ApexRun; readonly report: string }): Promise<RecordsAnswer>;
}
