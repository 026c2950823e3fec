import { createContext, runInContext } from "node:vm";
import { topOf, type Account } from "./account.ts";
import { rowsFor } from "./soap.ts";

interface Filter {
  readonly Property: string;
  readonly SimpleOperator: string;
  readonly Value: unknown;
}

/**
 * Runs a script as the preview of a CloudPages landing page does: with WSProxy over what the account holds, and nothing
 * else of this machine.
 * @param script server-side JavaScript in its tag, as a person pastes it
 * @returns what the page shows
 */
export function runScript(script: string, account: Account, now: Date): string {
  const written: string[] = [];
  class WSProxy {
    retrieve(object: string, properties: readonly string[], { Property, SimpleOperator, Value }: Filter) {
      const where = SimpleOperator === "equals" ? { Property, Value: String(Value) } : undefined;
      const rows = rowsFor({ token: "", object, properties, where }, account);
      if (typeof rows === "string") return { Status: rows };
      return { Status: "OK", HasMoreRows: false, Results: rows };
    }
  }
  const code = script.replace(/^<script runat="server">|<\/script>\s*$/g, "");
  runInContext(
    code,
    createContext({
      Platform: { Load: () => undefined, Function: { AuthenticatedMemberID: () => topOf(account) } },
      Script: { Util: { WSProxy } },
      Write: (text: string) => written.push(text),
      Date: class extends Date {
        constructor() {
          super(now);
        }
      }
    })
  );
  return written.join("");
}
