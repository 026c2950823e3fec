import { LightningElement, api } from "lwc";
import { matrixOf, type CheckId, type Matrix, type MatrixRow } from "c/mccChecklist";
import { emit } from "c/mccEvents";
import type { View } from "c/mccSession";
import { label, translator } from "c/mccLabels";

const PAGE = 50;
const byName = new Intl.Collator(translator().language);
/** Filters appear above this many rows. */
const FEW = 10;

const isToFix = ({ toFix }: MatrixRow): boolean => toFix > 0;
const isToWatch = ({ toFix, toWatch }: MatrixRow): boolean => !toFix && toWatch > 0;

/** Whom to show; each filter gives its number of people. */
const FILTERS = {
  all: { key: "ui.people.all", fits: () => true },
  "to-fix": { key: "ui.people.to-fix", fits: isToFix },
  "to-watch": { key: "ui.people.to-watch", fits: isToWatch },
  passed: { key: "ui.passed", fits: (row: MatrixRow) => !isToFix(row) && !isToWatch(row) }
} as const;
type Filter = keyof typeof FILTERS;

/** People by checks. Each cell shows the status of that person and leads to the finding. */
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

  readonly label = {
    matrix: label("ui.people.matrix"),
    person: label("ui.people.person"),
    sum: label("ui.people.sum"),
    more: label("ui.show-more"),
    show: label("ui.people.show"),
    sort: label("ui.people.sort")
  };
  readonly sorts = [
    { value: "worst", label: label("ui.people.sort-worst") },
    { value: "name", label: label("ui.people.sort-name") }
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
      return { value, label: key === "ui.people.all" ? label(key, { count }) : translator().plural(key, count) };
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
      role: label(`role.${row.person.role}`),
      sum: sumOf(row),
      cells: this.matrix.checks.map((check) => this.cellOf(row, check))
    }));
  }

  private cellOf(row: MatrixRow, check: CheckId) {
    const cell = row.cells.find((candidate) => candidate.check === check);
    const status = cell?.status ?? "checking";
    const text = label("ui.people.cell", { check: nameOf(check), status: label(`status.${status}`) });
    return { check, status, text, finding: cell?.finding };
  }

  get hasMore(): boolean {
    return this.wanted.length > this.limit;
  }

  get shownText(): string {
    const count = this.wanted.length;
    return label("ui.people.shown", { shown: Math.min(this.limit, count), count });
  }

  handleFilter(event: CustomEvent<{ value: Filter }>): void {
    this.filter = event.detail.value;
    this.limit = PAGE;
    emit(this, "announce", this.shownText);
  }

  handleSort(event: CustomEvent<{ value: "worst" | "name" }>): void {
    this.sort = event.detail.value;
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleCell(event: Event): void {
    const { finding } = (event.currentTarget as HTMLElement).dataset;
    if (finding) emit(this, "showfinding", finding);
  }
}

function personOf({ person: { name, username, id } }: MatrixRow): string {
  return name ?? username ?? id ?? "";
}

function nameOf(check: CheckId): string {
  return label(`${check}.name`);
}

function sumOf({ toFix, toWatch, status }: MatrixRow): string {
  if (toFix) return translator().plural("ui.people.to-fix", toFix);
  if (toWatch) return translator().plural("ui.people.to-watch", toWatch);
  return status === "passed" ? label("ui.people.all-passed") : label(`status.${status}`);
}
