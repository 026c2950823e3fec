import type { Facts, Link } from "../judge/check.ts";

/** @returns the page of the app, where it is known which one it is; else the list. The steps say how to get there by hand. */
export const appPage = ({ app }: Facts): Link =>
  app.kind === "one" ? { page: "connected-app", id: app.row.Id } : { page: "manage-connected-apps" };
