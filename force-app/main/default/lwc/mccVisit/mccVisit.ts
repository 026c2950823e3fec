import { LightningElement, api } from "lwc";
import {
  breakingChangesOf,
  breakingChangeText,
  findingKey,
  isFailed,
  isPassed,
  statusOf,
  STATUSES,
  wordingOf,
  type Finding,
  type Status
} from "c/mccChecklist";
import { emit, relay, type Errand } from "c/mccEvents";
import { timeOf, type Recheck, type View } from "c/mccSession";
import { label, translator } from "c/mccLabels";

/** As many names as are shown at first. */
const PAGE = 10;

/** What one visit to Setup settles: the fields of one page, for one person or for many who need the same. */
export default class MccVisit extends LightningElement {
  @api
  get findings(): readonly Finding[] {
    return this.given;
  }
  set findings(findings: readonly Finding[]) {
    this.given = findings;
    this.settings = settingsOf(findings);
  }
  private given: readonly Finding[] = [];
  /** One for each setting and what was found of it, worded for all of whom that was found. There may be thousands. */
  private settings: readonly Finding[] = [];
  @api confirming!: View["confirming"];
  @api asOf: View["asOf"] = new Map();
  /** What came of checking this again; null where nobody asked. */
  @api recheck: Recheck | null = null;
  /** What must be settled before; empty where nothing must. */
  @api waits = "";
  /** What came of asking a colleague. */
  @api said = "";

  readonly label = {
    field: label("ui.visit.field"),
    is: label("ui.is"),
    setTo: label("ui.visit.set-to"),
    changed: label("ui.changed"),
    why: label("ui.why"),
    takeCare: label("ui.take-care"),
    fix: label("ui.fix"),
    look: label("ui.look"),
    people: label("ui.visit.who"),
    copy: label("ui.visit.copy"),
    more: label("ui.show-more"),
    checkStep: label("ui.check-step-again")
  };
  private limit = PAGE;

  @api
  focusTitle(): void {
    this.template?.querySelector("article")?.scrollIntoView({ block: "start" });
    this.template?.querySelector("h3")?.focus({ preventScroll: true });
  }

  @api
  focusAnswer(): void {
    this.template?.querySelector<HTMLElement>("[data-id=answer]")?.focus();
  }

  private get first(): Finding {
    return this.findings[0] as Finding;
  }

  get status(): Status {
    const found = this.findings.map(statusOf);
    return STATUSES.find((status) => found.includes(status)) ?? "checking";
  }

  private get subjects(): readonly NonNullable<Finding["subject"]>[] {
    const all = this.findings.map(({ subject }) => subject).filter((subject) => subject !== null);
    return [...new Map(all.map((subject) => [subject.id ?? subject.username, subject])).values()];
  }

  get title(): string {
    const [only, ...others] = this.subjects;
    const count = this.settings.length;
    const labels = [...new Set(this.settings.map(({ check }) => label(`${check}.name`)))];
    const list = new Intl.ListFormat(translator().language, { type: "conjunction" }).format(labels);
    if (this.isTour) return translator().plural("plan.marketing-cloud", count);
    if (others.length) return translator().plural("ui.visit.people", this.subjects.length, { labels: list });
    const { step, values } = this.first;
    const { app } = values;
    const page = step === "connected-app" && typeof app === "string" ? app : this.pageName || list;
    return translator().plural("ui.visit.fields", count, { what: only ? nameOf(only) : page });
  }

  /** Marketing Cloud's settings stand on pages of its own: a table of them would be far from where each is seen. */
  get isTour(): boolean {
    return this.first.step === "marketing-cloud";
  }

  private get pageName(): string {
    return wordingOf(this.first, translator()).fix.link ?? "";
  }

  /** Who changed what, as far as the audit trail tells. */
  get causes() {
    return breakingChangesOf(this.findings, null).map((cause) => {
      const at = { date: cause.change.at };
      const what = breakingChangeText(cause, translator());
      return { key: cause.change.id, text: translator()({ key: "changed.on", values: { at, what } }) };
    });
  }

  get hasCauses(): boolean {
    return this.causes.length > 0;
  }

  get fields() {
    return this.settings.map((finding) => {
      const { label: field, actual, expected } = wordingOf(finding, translator());
      const { check } = finding;
      return {
        key: findingKey(finding),
        check,
        status: statusOf(finding),
        field,
        actual,
        expected,
        who: this.whoOf(finding)
      };
    });
  }

  /** Of whom it was found, where not everybody needs the same. */
  private whoOf({ check, case: name }: Finding): string {
    if (!this.areMany || this.settings.length === 1) return "";
    const names = namesIn(this.findings.filter((each) => each.check === check && each.case === name));
    const told = new Intl.ListFormat(translator().language, { type: "conjunction" }).format(names.slice(0, PAGE));
    const others = names.length - PAGE;
    return others > 0 ? `${told} ${translator().plural("ui.symptom.and-more", others)}` : told;
  }

  get reasons() {
    return this.settings
      .filter((finding) => !isPassed(finding))
      .map((finding) => {
        const { label: field, reason } = wordingOf(finding, translator());
        return { key: findingKey(finding), field, reason };
      })
      .filter(
        (each, at, all) => all.findIndex(({ field, reason }) => field === each.field && reason === each.reason) === at
      );
  }

  get risks() {
    const found = this.settings.flatMap((finding) => wordingOf(finding, translator()).fix.risk ?? []);
    return [...new Set(found)].map((text) => ({ key: text, text }));
  }

  get hasRisks(): boolean {
    return this.risks.length > 0;
  }

  get areMany(): boolean {
    return this.subjects.length > 1;
  }

  get people() {
    return this.subjects.slice(0, this.limit).map(({ id, name, username }) => ({
      key: id ?? username ?? "",
      name: name ?? username ?? "",
      username: name ? username : null
    }));
  }

  get hasMore(): boolean {
    return this.subjects.length > this.limit;
  }

  /** What to do; where people need different things, for each of them by itself. */
  get ways() {
    const open = this.settings.filter((finding) => !isPassed(finding));
    const byWho = new Map<string, Finding[]>();
    for (const finding of open) {
      const who = this.whoOf(finding);
      byWho.set(who, [...(byWho.get(who) ?? []), finding]);
    }
    return [...byWho].map(([who, settings], at) => ({
      key: who,
      who: byWho.size > 1 ? who : "",
      steps: this.stepsOf(settings, at === 0)
    }));
  }

  /** The page is opened once, and saved once. */
  private stepsOf(settings: readonly Finding[], leads: boolean) {
    const all = settings.flatMap((finding) => {
      const { steps } = wordingOf(finding, translator()).fix;
      return steps.map((text, at) => ({ step: finding.fix.steps[at] ?? text, text }));
    });
    const unique = [...new Map(all.map((each) => [each.text, each])).values()];
    const saves = unique.filter(({ step }) => step.startsWith("save"));
    const save = saves.find(({ step }) => step === "save") ?? saves[0];
    const before = unique.filter(({ step }) => !step.startsWith("save"));
    const opened = before.findIndex(({ step }) => step.startsWith("open"));
    return [...before, ...(save ? [save] : [])].map((each, at) => ({
      ...each,
      leads: leads && at === opened && this.address !== ""
    }));
  }

  get fixLabel(): string {
    const open = this.settings.filter((finding) => !isPassed(finding));
    return open.every(({ state }) => state === "confirm") ? this.label.look : this.label.fix;
  }

  get address(): string {
    return this.areMany && this.first.fix.link?.page === "user" ? "" : (this.first.fix.link?.address ?? "");
  }

  get linkLabel(): string {
    return label("ui.open-page", { page: this.pageName });
  }

  get questions() {
    return this.findings
      .filter(({ basis }) => basis !== null)
      .map((finding) => {
        const { label: setting, title, lapsed } = wordingOf(finding, translator());
        return { key: findingKey(finding), finding, setting, title, lapsed };
      });
  }

  get canCheckAgain(): boolean {
    return (
      this.findings.some((finding) => finding.basis === null && !isPassed(finding)) ||
      // What a person saw is settled by an answer.
      this.findings.some((finding) => isFailed(finding) && finding.state !== "refuted")
    );
  }

  get answerText(): string {
    return this.recheck?.text ?? "";
  }

  get age(): string {
    const at = this.findings.flatMap(({ check }) => this.asOf.get(check) ?? [])[0];
    return at ? label("ui.as-of", { time: timeOf(at) }) : "";
  }

  handleMore(): void {
    this.limit = this.subjects.length;
  }

  async handleCopy(): Promise<void> {
    const usernames = this.subjects.flatMap(({ username }) => username ?? []);
    try {
      await navigator.clipboard.writeText(usernames.join("\n"));
      emit(this, "announce", translator().plural("ui.visit.copied", usernames.length));
    } catch {
      emit(this, "announce", label("ui.report.not-copied"));
    }
  }

  get keys(): string[] {
    return this.findings.map(findingKey);
  }

  private get errand(): Errand {
    return { step: this.first.step, findings: this.keys };
  }

  handleLeave(): void {
    emit(this, "leavefor", this.errand);
  }

  handleCheckAgain(): void {
    emit(this, "checkstep", this.errand);
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
  }
}

function settingsOf(findings: readonly Finding[]): Finding[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.check}/${finding.case}`;
    const some = alike.get(key);
    if (some) some.push(finding);
    else alike.set(key, [finding]);
  }
  return [...alike.values()].map(forAll);
}

/** @returns the first of the findings, saying what it says of everybody of whom it was found */
function forAll(findings: readonly Finding[]): Finding {
  const first = findings[0] as Finding;
  if (findings.length === 1) return first;
  const names = namesIn(findings);
  return { ...first, values: { ...first.values, user: names.length > PAGE ? label("ui.visit.those") : names } };
}

function namesIn(findings: readonly Finding[]): string[] {
  return findings
    .map(({ subject }) => subject)
    .filter((subject) => subject !== null)
    .map(nameOf);
}

function nameOf({ name, username, id }: NonNullable<Finding["subject"]>): string {
  return name ?? username ?? id ?? "";
}
