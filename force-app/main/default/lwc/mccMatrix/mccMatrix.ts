import { LightningElement, api } from "lwc";
import { matrixOf, type CheckId, type Matrix, type MatrixRow } from "c/mccChecklist";
import { wish } from "c/mccEvents";
import type { View } from "c/mccSession";
import { say, words } from "c/mccWords";

const PAGE = 50;
const byName = new Intl.Collator(words.language);
/** So many can be looked over at a glance. */
const FEW = 10;

const isToFix = ({ toFix }: MatrixRow): boolean => toFix > 0;
const isToWatch = ({ toFix, toWatch }: MatrixRow): boolean => !toFix && toWatch > 0;

/** Whom to show; each is told by its own number of people. */
const FILTERS = {
  all: { key: "ui.people.all", fits: () => true },
  "to-fix": { key: "ui.people.to-fix", fits: isToFix },
  "to-watch": { key: "ui.people.to-watch", fits: isToWatch },
  hold: { key: "ui.held", fits: (row: MatrixRow) => !isToFix(row) && !isToWatch(row) }
} as const;
type Filter = keyof typeof FILTERS;

/** People by checks. Each cell says how that person stands there and leads to the finding. */
export default class MccMatrix extends LightningElement {
  private shown!: View;
  private matrix: Matrix = { checks: [], rows: [] };
  private limit = PAGE;
  private filter: Filter = "all";
  private sort: "worst" | "name" = "worst";

  @api
  get view(): View {
    return this.shown;
  }
  set view(view: View) {
    this.shown = view;
    this.matrix = Object.freeze(matrixOf(view.report));
  }

  readonly text = {
    matrix: say("ui.people.matrix"),
    person: say("ui.people.person"),
    sum: say("ui.people.sum"),
    more: say("ui.show-more"),
    show: say("ui.people.show"),
    sort: say("ui.people.sort")
  };
  readonly sorts = [
    { value: "worst", label: say("ui.people.sort-worst") },
    { value: "name", label: say("ui.people.sort-name") }
  ];

  get hasRows(): boolean {
    return this.matrix.checks.length > 0 && this.matrix.rows.length > 0;
  }

  get columns() {
    return this.matrix.checks.map((check) => ({ check, label: nameOf(check) }));
  }

  get areMany(): boolean {
    return this.matrix.rows.length > FEW;
  }

  get filters() {
    return Object.entries(FILTERS).map(([value, { key, fits }]) => {
      const count = this.matrix.rows.filter(fits).length;
      return { value, label: key === "ui.people.all" ? say(key, { count }) : words.plural(key, count) };
    });
  }

  private get wanted(): readonly MatrixRow[] {
    const rows = this.matrix.rows.filter(FILTERS[this.filter].fits);
    return this.sort === "name" ? rows.sort((a, b) => byName.compare(personOf(a), personOf(b))) : rows;
  }

  get rows() {
    return this.wanted.slice(0, this.limit).map((row, index) => ({
      key: String(index),
      name: personOf(row),
      role: say(`role.${row.person.role}`),
      sum: sumOf(row),
      cells: this.matrix.checks.map((check) => this.cellOf(row, check))
    }));
  }

  private cellOf(row: MatrixRow, check: CheckId) {
    const cell = row.cells.find((candidate) => candidate.check === check);
    const standing = cell?.standing ?? "checking";
    const label = say("ui.people.cell", { check: nameOf(check), standing: say(`standing.${standing}`) });
    return { check, standing, label, finding: cell?.finding };
  }

  get hasMore(): boolean {
    return this.wanted.length > this.limit;
  }

  get shownText(): string {
    const count = this.wanted.length;
    return say("ui.people.shown", { shown: Math.min(this.limit, count), count });
  }

  handleFilter(event: CustomEvent<{ value: Filter }>): void {
    this.filter = event.detail.value;
    this.limit = PAGE;
    wish(this, "announce", this.shownText);
  }

  handleSort(event: CustomEvent<{ value: "worst" | "name" }>): void {
    this.sort = event.detail.value;
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleCell(event: Event): void {
    const { finding } = (event.currentTarget as HTMLElement).dataset;
    if (finding) wish(this, "showfinding", finding);
  }
}

function personOf({ person: { name, username, id } }: MatrixRow): string {
  return name ?? username ?? id ?? "";
}

function nameOf(check: CheckId): string {
  return say(`${check}.name`);
}

function sumOf({ toFix, toWatch, standing }: MatrixRow): string {
  if (toFix) return words.plural("ui.people.to-fix", toFix);
  if (toWatch) return words.plural("ui.people.to-watch", toWatch);
  return standing === "holds" ? say("ui.people.all-held") : say(`standing.${standing}`);
}
