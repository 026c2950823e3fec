import { LightningElement, api } from "lwc";
import { matrixOf, type CheckId, type Matrix, type MatrixRow } from "c/mccChecklist";
import { wish } from "c/mccEvents";
import type { View } from "c/mccSession";
import { say, words } from "c/mccWords";

const PAGE = 50;

/** People by checks. Each cell says how that person stands there and leads to the finding. */
export default class MccMatrix extends LightningElement {
  private shown!: View;
  private matrix: Matrix = { checks: [], rows: [] };
  private limit = PAGE;

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
    more: say("ui.show-more")
  };

  get hasRows(): boolean {
    return this.matrix.checks.length > 0 && this.matrix.rows.length > 0;
  }

  get columns() {
    return this.matrix.checks.map((check) => ({ check, label: nameOf(check) }));
  }

  get rows() {
    return this.matrix.rows.slice(0, this.limit).map((row, index) => ({
      key: String(index),
      name: row.person.name ?? row.person.username ?? row.person.id,
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
    return this.matrix.rows.length > this.limit;
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleCell(event: Event): void {
    const { finding } = (event.currentTarget as HTMLElement).dataset;
    if (finding) wish(this, "showfinding", finding);
  }
}

function nameOf(check: CheckId): string {
  return say(`${check}.name`);
}

function sumOf({ toFix, toWatch, standing }: MatrixRow): string {
  if (toFix) return words.plural("ui.people.to-fix", toFix);
  if (toWatch) return words.plural("ui.people.to-watch", toWatch);
  return standing === "holds" ? say("ui.people.all-held") : say(`standing.${standing}`);
}
