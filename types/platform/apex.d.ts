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

/** What a method of MccMemory answers: see the Apex class MccMemoryAnswer. */
interface MemoryAnswer {
  readonly saved: boolean;
  readonly reason: "no-access" | "changed" | "too-large" | "failed" | null;
  readonly message: string | null;
  readonly rows: string | null;
}

declare module "@salesforce/apex/MccMemory.mayWrite" {
  /** Which methods would be allowed to write. */
  export interface Rights {
    readonly confirm: boolean;
    readonly undo: boolean;
    readonly keepPeople: boolean;
    readonly keepRun: boolean;
  }
  export default function mayWrite(): Promise<Rights>;
}

declare module "@salesforce/apex/MccMemory.confirm" {
  export default function confirm(params: { readonly confirmation: string }): Promise<MemoryAnswer>;
}

declare module "@salesforce/apex/MccMemory.undo" {
  export default function undo(params: { readonly confirmation: string }): Promise<MemoryAnswer>;
}

declare module "@salesforce/apex/MccMemory.keepPeople" {
  export default function keepPeople(params: { readonly people: string }): Promise<MemoryAnswer>;
}

declare module "@salesforce/apex/MccMemory.keepRun" {
  export default function keepRun(params: { readonly run: string; readonly report: string }): Promise<MemoryAnswer>;
}
