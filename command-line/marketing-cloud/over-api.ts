import type { AskMarketingCloud } from "../check-org.ts";
import { askUser } from "./ask-user.ts";
import { connect } from "./connect.ts";
import { MarketingCloudError, needlessRights } from "./marketing-cloud-error.ts";
import type { MarketingCloudSettings } from "./settings.ts";

/**
 * @param warn is told why Marketing Cloud could not be asked, and which rights its package does not need
 * @returns what asks Marketing Cloud's API
 */
export const overApi =
  (settings: MarketingCloudSettings, warn: (text: string) => void): AskMarketingCloud =>
  async (request) => {
    try {
      if (!request) throw new MarketingCloudError("no-user");
      const session = await connect(settings);
      const { user, account } = request;
      if (account !== null && ![session.account, session.enterprise].includes(account))
        throw new MarketingCloudError("other-account", account);
      if (session.needlessRights.length) warn(needlessRights(session.needlessRights));
      return await askUser(session, user, new Date());
    } catch (error) {
      if (!(error instanceof MarketingCloudError)) throw error;
      warn(error.message);
      return undefined;
    }
  };
