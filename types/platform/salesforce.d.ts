// Salesforce's own published types, which leave out what modules.d.ts declares.
import "@salesforce/lightning-types";
import "@lwc/types";
