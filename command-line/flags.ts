import { Flags } from "@salesforce/sf-plugins-core";
import { requireValue } from "./empty-value.ts";

/** An option with a text for its value; one that is blank, as where a job's variable is not set, is refused. */
export const text = Flags.custom({
  parse: (value, _context, { name }) => {
    requireValue(`--${name}`, value);
    return Promise.resolve(value);
  }
});
