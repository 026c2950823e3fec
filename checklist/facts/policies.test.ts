import { APP, inDays, situation } from "../testing/situation.ts";
import { entriesAbout, isAbout, newestFirst } from "./policies.ts";

const NAME = "Salesforce Marketing Cloud";
const OURS = { Id: APP, Name: NAME };

test.each<[what: string, display: string | undefined, expected: boolean, others?: string[]]>([
  ["changed its IP relaxation", `Changed connected app ${NAME} IP relaxation setting from A to B`, true],
  ["changed its Permitted Users", `Changed connected app ${NAME} Permitted Users setting from A to B`, true],
  ["changed another setting of it", `Changed connected app ${NAME} logo from A to B`, false],
  ["is of an app whose name begins alike", `Changed connected app ${NAME} Test IP relaxation setting from A`, false],
  ["is of an app whose name ends alike", `Changed connected app My ${NAME} IP relaxation setting from A`, false],
  ["names it in another language", `IP-Einstellung von ${NAME} geändert`, true],
  ["names another app in another language", "IP-Einstellung von Pardot geändert", false],
  [
    "names in another language an app whose name begins alike",
    `IP-Einstellung von ${NAME} Account Engagement geändert`,
    false,
    [`${NAME} Account Engagement`]
  ],
  [
    "names it in another language, in an org that has an app whose name begins alike",
    `IP-Einstellung von ${NAME} geändert`,
    true,
    [`${NAME} Account Engagement`]
  ],
  ...[
    ["German", (name: string) => `IP-Einstellung der verbundenen Anwendung ${name} wurde von A in B geändert`],
    ["German, in quotes", (name: string) => `Verbundene Anwendung „${name}“: Zulässige Benutzer geändert`],
    ["Swedish", (name: string) => `Ändrade IP-avslappning för den anslutna appen ${name} från A till B`],
    ["Japanese", (name: string) => `接続アプリケーション ${name} の IP 制限の緩和を変更しました`],
    ["French", (name: string) => `Application connectée ${name} : Utilisateurs autorisés modifié`]
  ].flatMap(([language, sentence]): [string, string, boolean][] => {
    const say = sentence as (name: string) => string;
    return [
      [`names it in ${String(language)}`, say(NAME), true],
      ...["Mobile", "Account Engagement", "Mobile Push", "Test", "2", "Kontointeraktion", "-Mobile", " Åland"].map(
        (more): [string, string, boolean] => [
          `names in ${String(language)} ${NAME} ${more}, which the org has no more`,
          say(/^[- ]/.test(more) ? `${NAME}${more}` : `${NAME} ${more}`),
          false
        ]
      )
    ];
  }),
  ["names in another language an app whose name goes on with no space", `IP-Einstellung von ${NAME}2 geändert`, false],
  [
    "names in another language an app whose name goes on with a small letter",
    `IP-Einstellung von ${NAME} für Vertrieb geändert`,
    false,
    ["Pardot", `${NAME} für Vertrieb`]
  ],
  ["names another one first and then it", `Von ${NAME} Mobile übernommen: ${NAME}`, true],
  ["names it in the genitive", `Ändrade ${NAME}s IP-avslappning`, true],
  ["calls it an app in German", `IP-Lockerung der ${NAME}-App geändert`, true],
  ["names it before the setting", `Verbundene Anwendung ${NAME} IP-Lockerung geändert`, true],
  ["names in another language an app of the very same name", `IP-Einstellung von ${NAME} geändert`, true, [NAME]],
  ["tells its Id, in any language", `Sitzungsrichtlinie von ${APP.slice(0, 15)} gespeichert`, true],
  ["tells the Id of another app", "Session policy of 0H4000000000009 was saved", false],
  ["says nothing", undefined, false]
])("an entry of the audit trail that %s is about the app or not", (_what, display, expected, others = []) => {
  expect(isAbout(display, OURS, others)).toBe(expected);
});

test("entries about apps whose names begin with ours are told apart by the apps that the org has", () => {
  const entry = (Id: string, Display: string, days: number) => ({
    Id,
    Action: "changeIpRelaxationPolicy",
    Display,
    CreatedDate: inDays(days)
  });
  const { evidence } = situation({
    rows: {
      "connected-apps": [
        { ...OURS, LastModifiedDate: inDays(-9) },
        { Id: "0H4000000000002AAA", Name: `${NAME} Mobile`, LastModifiedDate: inDays(-9) }
      ],
      "app-policy-changes": [
        entry("1", `IP-Einstellung von ${NAME} geändert`, -3),
        entry("2", `IP-Einstellung von ${NAME} Mobile geändert`, -1),
        entry("3", `IP-Einstellung von ${NAME} geändert`, -2)
      ]
    }
  });
  expect(entriesAbout(OURS, evidence).map(({ Id }) => Id)).toEqual(["3", "1"]);
});

const entry = (Id: string, days: number) => ({ Id, CreatedDate: inDays(days) });

test.each([
  ["the newest first", [entry("1", -3), entry("2", -1), entry("3", -2)], ["2", "3", "1"]],
  ["of one moment, the highest Id first", [entry("1", -1), entry("3", -1), entry("2", -1)], ["3", "2", "1"]]
])("entries are put in order: %s", (_what, entries, expected) => {
  const given = [...entries];
  expect(newestFirst(entries).map(({ Id }) => Id)).toEqual(expected);
  expect(entries).toEqual(given);
});
