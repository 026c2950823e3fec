import {
  broughtBy,
  CHECKS,
  marketingCloudRequest,
  type Confirmation,
  type MarketingCloudAnswer,
  type Situation
} from "c/mccChecklist";
import { details } from "c/mccDetails";
import type { MarketingCloud } from "./view.ts";

/** Asks Marketing Cloud over its API. null: nobody can, as in an org, or it gave no answer. */
export type AskMarketingCloud = () => Promise<MarketingCloudAnswer | null>;

/** What Marketing Cloud said: over its API, or in an answer that somebody pasted. */
export class MarketingCloudAnswers {
  /** The last over its API; null where there is none. */
  current: MarketingCloudAnswer | null = null;
  /** What came of the one that was pasted last. */
  outcome: MarketingCloud["outcome"] = null;
  private readonly askOverApi: AskMarketingCloud;

  constructor(ask: AskMarketingCloud) {
    this.askOverApi = ask;
  }

  /** What it said before counts until it has answered. @returns whether it says something else now */
  async ask(isWanted: () => boolean): Promise<boolean> {
    const answer = await this.askOverApi();
    // A later run has asked again.
    if (!isWanted() || answer === this.current) return false;
    this.current = answer;
    return true;
  }

  /**
   * @param pasted as somebody pasted it
   * @param by that person
   * @param save saves what it settles; gives back all that is saved then
   */
  async read(
    pasted: string,
    by: string,
    situation: Situation,
    save: (settled: readonly Confirmation[]) => Promise<readonly Confirmation[]>
  ): Promise<void> {
    const request = marketingCloudRequest(situation);
    if (!request) return;
    const read = details().readAnswer(pasted, request, situation.now);
    if ("refused" in read) {
      this.outcome = { refused: read.refused };
      return;
    }
    const settled = broughtBy(by, read.answer, CHECKS, situation);
    const saved = (await save(settled)).filter((each) =>
      settled.some(
        ({ check, at }) => each.marketingCloud && each.check === check && Date.parse(each.at) >= Date.parse(at)
      )
    );
    this.outcome = { settled: saved.length };
  }
}
