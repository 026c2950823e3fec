import XMLBuilder from "fast-xml-builder";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { Account, AccountUser } from "./account.ts";

const parser = new XMLParser({
  parseTagValue: false,
  removeNSPrefix: true,
  ignoreAttributes: true,
  isArray: (name) => name === "Properties"
});
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", suppressBooleanAttributes: false });

const REQUEST = z.object({
  Envelope: z.object({
    Header: z.object({ fueloauth: z.string() }),
    Body: z.object({
      RetrieveRequestMsg: z.object({
        RetrieveRequest: z.object({
          ObjectType: z.string(),
          Properties: z.array(z.string()).optional(),
          Filter: z.object({ Property: z.string(), SimpleOperator: z.literal("equals"), Value: z.string() }).optional(),
          QueryAllAccounts: z.string().optional(),
          ContinueRequest: z.string().optional()
        })
      })
    })
  })
});

export interface RetrieveRequest {
  readonly token: string;
  readonly object: string;
  readonly properties: readonly string[];
  readonly where: { readonly Property: string; readonly Value: string } | undefined;
}

/** @returns undefined for what Marketing Cloud would not take for a retrieve */
export function readRequest(xml: string): RetrieveRequest | undefined {
  let read: unknown;
  try {
    read = parser.parse(xml);
  } catch {
    return undefined;
  }
  const { data } = REQUEST.safeParse(read);
  if (!data) return undefined;
  const { Header, Body } = data.Envelope;
  const { ObjectType, Properties = [], Filter } = Body.RetrieveRequestMsg.RetrieveRequest;
  return { token: Header.fueloauth, object: ObjectType, properties: Properties, where: Filter };
}

export type SoapRow = Readonly<Record<string, unknown>>;

/** Rows, or the status that Marketing Cloud gives with HTTP 200 for an object that it does not know. */
export function rowsFor({ object, where }: RetrieveRequest, account: Account): SoapRow[] | string {
  const fits = (value: string | undefined): boolean => !where || value?.toLowerCase() === where.Value.toLowerCase();
  switch (object) {
    case "AccountUser":
      return account.users.filter(({ UserID }) => fits(UserID)).map(userRow);
    case "AccountUserAccount":
      return account.users
        .filter(({ AccountUserID }) => fits(AccountUserID))
        .flatMap(({ AccountUserID, businessUnits = [] }) =>
          businessUnits.map((ID) => ({
            AccountUser: { AccountUserID, Delete: "0" },
            Account: { ID, AccountType: "None" }
          }))
        );
    case "BusinessUnit":
      return [...account.businessUnits];
    default:
      return `Error: Unable to find a handler for object type: ${object}. Object types are case-sensitive, check spelling.`;
  }
}

function userRow({ Roles, businessUnits: _, ...user }: AccountUser): SoapRow {
  return {
    ...user,
    ...(Roles && { Roles: { Role: Roles.map((CustomerKey) => ({ CustomerKey, IsPrivate: "false" })) } })
  };
}

/** @returns an answer as recorded: without Results where there are no rows */
export const envelope = (status: string, rows: readonly SoapRow[], object: string): string =>
  xml({
    RetrieveResponseMsg: {
      "@xmlns": "http://exacttarget.com/wsdl/partnerAPI",
      OverallStatus: status,
      RequestID: "00000000-0000-4000-8000-000000000000",
      ...(rows.length
        ? { Results: rows.map((row) => ({ "@xsi:type": object, PartnerKey: NIL, ObjectID: NIL, ...row })) }
        : {})
    }
  });

/** Sent with HTTP 500. */
export const fault = (words: string): string =>
  xml({ "soap:Fault": { faultcode: "q0:Security", faultstring: words, faultactor: "Service.asmx" } });

const NIL = { "@xsi:nil": "true" };

const xml = (body: object): string =>
  `<?xml version="1.0" encoding="utf-8"?>${builder.build({
    "soap:Envelope": {
      "@xmlns:soap": "http://schemas.xmlsoap.org/soap/envelope/",
      "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "soap:Body": body
    }
  })}`;
