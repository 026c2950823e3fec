import { createContext, runInContext } from "node:vm";
import type { MarketingCloudRequest } from "../marketing-cloud/request.ts";
import { scriptFor } from "../marketing-cloud/script.ts";

/** What WSProxy answers to a retrieve or to getNextBatch. */
export interface Page {
  readonly Status?: string;
  readonly RequestID?: string;
  readonly HasMoreRows?: boolean;
  readonly Results?: unknown;
}

/** A Marketing Cloud as our script sees it: it answers as the recorded ones do. */
export interface ScriptedAccount {
  readonly member?: number | string | null;
  readonly BusinessUnit?: readonly (Page | Error)[];
  /** Answers of `retrieve`, one for each page; thrown where it is an Error. */
  readonly AccountUser?: readonly (Page | Error)[];
  readonly AccountUserAccount?: readonly (Page | Error)[];
}

export const ROW = {
  UserID: "mc-api-user",
  AccountUserID: 700301950,
  ActiveFlag: true,
  IsAPIUser: true,
  IsLocked: false,
  MustChangePassword: false,
  LastSuccessfulLogin: "2026-11-20T08:00:00.000",
  DefaultBusinessUnit: 100,
  Roles: [
    { CustomerKey: "SYS_DEF_ADMIN", Name: "Administrator" },
    { CustomerKey: "SYS_DEF_IMHADMIN", Name: "Marketing Cloud Administrator" }
  ]
};

export const unitRow = (mid: number | string, user: number | string = ROW.AccountUserID): unknown => ({
  AccountUser: { AccountUserID: user },
  Account: { ID: mid }
});

export const page = (...Results: unknown[]): Page => ({ Status: "OK", HasMoreRows: false, Results });

export const HEALTHY_ACCOUNT: ScriptedAccount = {
  member: 100,
  BusinessUnit: [page({ ID: 100, ParentID: 0 }, { ID: 200, ParentID: 100 })],
  AccountUser: [page(ROW)],
  AccountUserAccount: [page(unitRow(100), unitRow(200))]
};

export interface ScriptRun {
  readonly written: string;
  /** What was called, in order: the script must only read. */
  readonly calls: readonly string[];
}

/** Runs the script as Marketing Cloud would, at `now`. @throws {Error} what the script throws */
export const runScript = (request: MarketingCloudRequest, account: ScriptedAccount, now: Date): ScriptRun =>
  runCode(scriptFor(request, now), account, now);

/** As `runScript`, of a script as somebody handed it on. */
export function runCode(script: string, account: ScriptedAccount, now: Date): ScriptRun {
  const calls: string[] = [];
  const written: string[] = [];
  const pages = {
    AccountUser: account.AccountUser ?? [],
    AccountUserAccount: account.AccountUserAccount ?? [],
    BusinessUnit: account.BusinessUnit ?? []
  };
  let next = 0;
  const answer = (type: keyof typeof pages, at: number): Page | undefined => {
    const found = pages[type][at];
    if (found instanceof Error) throw found;
    return found;
  };
  class WSProxy {
    retrieve(type: keyof typeof pages, ..._asked: unknown[]): Page | undefined {
      calls.push(`retrieve ${type}`);
      next = 1;
      return answer(type, 0);
    }
    getNextBatch(type: keyof typeof pages): Page | undefined {
      calls.push(`getNextBatch ${type}`);
      return answer(type, next++);
    }
  }
  const known = (value: number | string | null | undefined): number | string => {
    if (value === null || value === undefined) throw new Error("not available here");
    return value;
  };
  const code = script.replace(/^<script runat="server">|<\/script>\s*$/g, "");
  runInContext(
    code,
    createContext({
      Platform: {
        Load: () => calls.push("Load"),
        Function: {
          AuthenticatedMemberID: () => known(account.member)
        }
      },
      Script: { Util: { WSProxy } },
      Write: (text: string) => written.push(text),
      Date: class extends Date {
        constructor() {
          super(now);
        }
      }
    })
  );
  return { written: written.join(""), calls };
}
