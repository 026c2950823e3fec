import { ADMIN, CLONE, numberedId, PLATFORM_PROFILE, STANDARD, type RawRow } from "./large-ids.ts";

const USERS = 20_000;
/** The first so many users have a Marketing Cloud checkbox selected. */
export const MARKETERS = 2_000;
export const SYSTEM_USER = numberedId("005", 2);

const FIRST = ["Ada", "Bram", "Cleo", "Dara", "Egon", "Fenna", "Goran", "Hilde", "Ines", "Jarl", "Kaja", "Levi"];
const LAST = [
  "Amberg",
  "Brook",
  "Cass",
  "Dale",
  "Elm",
  "Ford",
  "Glen",
  "Hale",
  "Ivers",
  "Jute",
  "Kell",
  "Lund",
  "Moor"
];

/** @returns the users: an admin, the system user, then people with each fault at regular intervals */
export function largeUsers(): RawRow[] {
  return Array.from({ length: USERS }, (_, n) => {
    const marketer = n < MARKETERS;
    const first = FIRST[n % FIRST.length] ?? "";
    const last = LAST[Math.floor(n / FIRST.length) % LAST.length] ?? "";
    const username = `user${String(n + 1).padStart(5, "0")}@example.com`;
    const Id = numberedId("005", n + 1);
    const isSystemUser = Id === SYSTEM_USER;
    return {
      Id,
      Username: isSystemUser ? "mcc.system@example.com" : username,
      Name: isSystemUser ? "Marketing Cloud Connect" : `${first} ${last}`,
      FirstName: isSystemUser ? "Marketing Cloud" : first,
      LastName: isSystemUser ? "Connect" : last,
      Email: username,
      IsActive: n % 40 !== 7,
      UserType: "Standard",
      ProfileId: profileOf(n, marketer),
      UserPermissionsMarketingUser: marketer && n % 20 !== 5,
      LanguageLocaleKey: "en_US",
      CreatedDate: "2020-02-03T09:00:00Z",
      et4ae5__ExactTargetForAppExchangeUser__c: marketer,
      et4ae5__ExactTargetForAppExchangeAdmin__c: n < 2 || (marketer && n % 100 === 50),
      et4ae5__ExactTargetUsername__c: isSystemUser
        ? "api.user@mc.example.com"
        : marketer
          ? username.replace("@", "@mc.")
          : null
    };
  });
}

function profileOf(n: number, marketer: boolean): string {
  if (n % 50 === 9) return PLATFORM_PROFILE;
  if (!marketer) return STANDARD;
  return n % 10 === 9 ? CLONE : ADMIN;
}
