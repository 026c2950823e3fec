import {
  askAll,
  marketingCloudRequest,
  REQUEST_QUERIES,
  type AskedMarketingCloud,
  type QuerySource
} from "../../checklist/index.ts";
import { overApi } from "../../command-line/marketing-cloud/over-api.ts";
import type { MarketingCloudSettings } from "../../command-line/marketing-cloud/settings.ts";
import { OrgError } from "../../command-line/orgs/org-error.ts";

/**
 * Asks about the user whom the org names, and nobody else: a page can't ask about another one. The credential stays here.
 * @param source the org
 * @returns what never throws: whatever fails is a sentence, and the page goes on with what the org says
 */
export const askingMarketingCloud =
  (settings: MarketingCloudSettings, source: QuerySource) => async (): Promise<AskedMarketingCloud> => {
    const said: string[] = [];
    try {
      const evidence = await askAll(
        source,
        REQUEST_QUERIES.map((query) => ({ query, binds: {} }))
      );
      const answer = await overApi(settings, (sentence) => said.push(sentence))(marketingCloudRequest({ evidence }));
      return { answer: answer ?? null, said };
    } catch (error) {
      // The page says so itself where the org can't be read.
      if (error instanceof OrgError) return { answer: null, said: [] };
      return { answer: null, said: [hiding(settings, error instanceof Error ? error.message : String(error))] };
    }
  };

/** A fault of ours, whose words nobody chose. */
const hiding = ({ clientId, clientSecret }: MarketingCloudSettings, text: string): string =>
  text.replaceAll(clientSecret, "…").replaceAll(clientId, "…");
