import { LightningElement, api } from "lwc";
import type { CheckId, Matrix, MatrixRow, Status } from "c/mccChecklist";
import { details, label, translator } from "c/mccDetails";
import { emit } from "c/mccEvents";
import type { View } from "c/mccSession";

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

/** What need not be looked at makes no column. */
const SETTLED: readonly Status[] = ["passed", "confirmed", "not-applicable", "note"];

/** How many rows Page Up and Page Down go. */
const LEAP = 10;

/**
 * People by checks: how each person stands in short, and a column for each check that is open for somebody. A cell leads to
 * the finding. One stop for Tab; the arrow keys go from cell to cell.
 * Source: WAI-ARIA Authoring Practices, "Grid (Interactive Tabular Data and Layout Containers) Pattern".
 */
export default class MccMatrix extends LightningElement {
  /** The cell that Tab leads to. */
  private at = { row: 0, column: 0 };
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
    this.matrix = Object.freeze(details().matrixOf(view.report));
    const open = new Set(
      this.matrix.rows.flatMap(({ cells }) =>
        cells.filter(({ status }) => !SETTLED.includes(status)).map(({ check }) => check)
      )
    );
    this.checks = this.matrix.checks.filter((check) => open.has(check));
  }
  private checks: readonly CheckId[] = [];

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
    return this.checks.map((check) => ({ check, label: nameOf(check) }));
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
    const active = this.activeCell;
    return this.wanted.slice(0, this.limit).map((row, index) => {
      const name = personOf(row);
      const tabOf = (column: number): string => {
        return active.row === index && active.column === column ? "0" : "-1";
      };
      const cells = this.checks.map((check, at) => ({
        ...cellOf(row, check),
        column: String(at + 1),
        tabIndex: tabOf(at + 1)
      }));
      return {
        key: String(index),
        index: String(index),
        name,
        role: label(`role.${row.person.role}`),
        sum: sumOf(row),
        sumTab: tabOf(0),
        worst: worstOf(row),
        status: row.status,
        cells
      };
    });
  }

  /** Where the arrow keys have come to, as far as that is still there. */
  private get activeCell(): { readonly row: number; readonly column: number } {
    const last = Math.min(this.wanted.length, this.limit) - 1;
    return { row: Math.min(this.at.row, last), column: Math.min(this.at.column, this.checks.length) };
  }

  handleKey(event: KeyboardEvent): void {
    const { row, column } = this.activeCell;
    const lastRow = Math.min(this.wanted.length, this.limit) - 1;
    const lastColumn = this.checks.length;
    // From right to left, the right arrow goes back.
    const forward = getComputedStyle(event.currentTarget as Element).direction === "rtl" ? -1 : 1;
    const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
      ArrowRight: [row, column + forward],
      ArrowLeft: [row, column - forward],
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      PageDown: [row + LEAP, column],
      PageUp: [row - LEAP, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? lastRow : row, lastColumn]
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    this.at = { row: within(move[0], lastRow), column: within(move[1], lastColumn) };
    this.template?.querySelector<HTMLElement>(`[data-row="${this.at.row}"][data-column="${this.at.column}"]`)?.focus();
  }

  handleFocus(event: Event): void {
    const { row, column } = (event.target as HTMLElement).dataset;
    if (row !== undefined && column !== undefined) this.at = { row: Number(row), column: Number(column) };
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

function cellOf(row: MatrixRow, check: CheckId) {
  const cell = row.cells.find((candidate) => candidate.check === check);
  const status = cell?.status ?? "checking";
  const statusText = label(`status.${status}`);
  const name = nameOf(check);
  const text = label("ui.people.cell", { check: name, status: statusText });
  const className = SETTLED.includes(status) ? "settled" : "open";
  return { check, status, name, statusText, text, finding: cell?.finding, className };
}

/** The finding that the person's summary leads to. */
function worstOf({ cells, status }: MatrixRow): string | undefined {
  return cells.find((cell) => cell.status === status)?.finding;
}

function within(value: number, last: number): number {
  return Math.max(0, Math.min(value, last));
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
