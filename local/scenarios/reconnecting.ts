import { readFileSync } from "node:fs";
import { CONFIRMED } from "./healthy.ts";

export const TITLE = "Reconnecting, half-way";

const ABOUT =
  "Somebody began to reconnect yesterday and got as far as the second step. Sends are scheduled, and triggered sends wait.";

const TICKED = [
  { task: "pause-sends" },
  { task: "stop-triggered" },
  { task: "pause-journeys" },
  { task: "sign-in" },
  { task: "connect-1" },
  { task: "connect-2" }
];

type Row = Readonly<Record<string, unknown>>;

const send = (number: number, at: string): Row => ({
  Id: `a040000000001${String(number)}`.padEnd(15, "0"),
  Name: `0000010${String(number)}`,
  CreatedDate: "now-6d",
  et4ae5__SendStatus__c: "Scheduled",
  et4ae5__Scheduled_Date_Time__c: at
});

const sms = (number: number, at: string): Row => ({
  Id: `a0D00000000000${String(number)}`,
  Name: `0000000${String(number)}`,
  CreatedDate: "now-2d",
  et4ae5__SendStatus__c: "Scheduled",
  et4ae5__Scheduled_Date_Time__c: at
});

const waiting = (number: number, at: string): Row => ({
  Id: `a05000000001${String(number)}`.padEnd(15, "0"),
  Name: `0000020${String(number)}`,
  CreatedDate: "now-1d",
  et4ae5__Status__c: "Scheduled",
  et4ae5__Scheduled_Date_Time__c: at
});

const triggered = (number: number, isActive: boolean): Row => ({
  Id: `a0B00000000000${String(number)}`,
  Name: `Triggered send ${String(number)}`,
  CreatedDate: "now-90d",
  et4ae5__Active__c: isActive
});

/** @returns the healthy scenario with things that a reconnect stops, and yesterday's visit that began one */
export function reconnectingScenario(): unknown {
  const file = new URL("./healthy-to-confirm.json", import.meta.url);
  const healthy = JSON.parse(readFileSync(file, "utf8")) as { readonly records: Readonly<Record<string, Row[]>> };
  const { records } = healthy;
  const visit = {
    at: "now-20h",
    by: "005000000000001",
    systemUser: "005000000000002",
    impactedUsers: ["005000000000004"],
    milliseconds: 1730,
    // The tab comes last.
    confirmed: Object.entries(CONFIRMED)
      .filter(([check]) => check !== "marketing-cloud-tab")
      .map(([check, answer]) => ({ check, holds: true, answer })),
    ticked: TICKED
  };
  return {
    ...healthy,
    title: TITLE,
    about: ABOUT,
    records: {
      ...records,
      et4ae5__SendDefinition__c: [
        ...(records["et4ae5__SendDefinition__c"] ?? []),
        send(1, "now-30m"),
        send(2, "now+5h"),
        send(3, "now+2d")
      ],
      et4ae5__SMSDefinition__c: [sms(1, "now+40m")],
      et4ae5__Triggered_Send_Execution__c: [
        ...(records["et4ae5__Triggered_Send_Execution__c"] ?? []),
        waiting(1, "now+90m"),
        waiting(2, "now+4d")
      ],
      et4ae5__Automated_Send__c: [triggered(1, true), triggered(2, true), triggered(3, false)],
      et4ae5__MC_CDC_Journey__c: [{ Id: "a0C000000000001", CreatedDate: "now-60d" }]
    },
    visits: [visit]
  };
}
