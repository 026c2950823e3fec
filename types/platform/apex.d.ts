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
  readonly answer: string | null;
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

/** One change of a plan: see the Apex class MccChangeInput. */
interface ApexChange {
  readonly finding: string;
  readonly check: string;
  readonly operation: "assign" | "unassign" | "attach" | "detach" | "set";
  readonly objectName: "PermissionSetAssignment" | "SetupEntityAccess" | "User" | "UserLogin";
  readonly recordId: string | null;
  readonly personId: string | null;
  readonly permissionSetId: string | null;
  readonly appId: string | null;
  readonly field: string | null;
  readonly before: boolean;
  readonly after: boolean;
  /** The Id of the saved change that this one undoes. */
  readonly undoes: string | null;
}

/** What MccFixer answers of a change, or of the plan that was agreed to: see the Apex class MccFixAnswer. */
interface FixAnswer {
  readonly done: boolean;
  readonly reason:
    | "moved"
    | "already"
    | "gone"
    | "inactive"
    | "no-license"
    | "no-access"
    | "powerful"
    | "expired"
    | "refused"
    | "untried"
    | "unknown"
    | null;
  readonly message: string | null;
  /** The record that was written. */
  readonly recordId: string | null;
  /** The saved changes of a plan, in its order. */
  readonly changeIds: readonly string[] | null;
}

declare module "@salesforce/apex/MccFixer.mayFix" {
  /** See the Apex class MccFixRights. */
  export interface FixRights {
    readonly fix: boolean;
  }
  export default function mayFix(): Promise<FixRights>;
}

declare module "@salesforce/apex/MccFixer.intend" {
  export default function intend(params: {
    readonly plan: string;
    readonly changes: readonly ApexChange[];
  }): Promise<FixAnswer>;
}

declare module "@salesforce/apex/MccFixer.act" {
  export default function act(params: { readonly changeId: string }): Promise<FixAnswer>;
}

declare module "@salesforce/apex/MccFixer.close" {
  export default function close(params: {
    readonly changeId: string;
    readonly reason: string | null;
    readonly message: string | null;
  }): Promise<FixAnswer>;
}
