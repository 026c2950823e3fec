import js from "@eslint/js";
import lwcRecommended from "@salesforce/eslint-config-lwc/recommended.js";
import slds from "@salesforce-ux/eslint-plugin-slds";
import { defineConfig } from "eslint/config";
import globals from "globals";

const MADE_BY_THE_BUILD = ["**/lwc/mccChecklist/**", "**/lwc/mccLanguages/**", "**/staticresources/**"];

// What is written in TypeScript is for oxlint: see .oxlintrc.json.
export default defineConfig([
  { ignores: [".cache", "types", ...MADE_BY_THE_BUILD] },
  {
    files: ["*.js", "scripts/**/*.mjs", "config/**/*.{js,cjs}"],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node }
  },
  {
    // LWC's own rules, on the JavaScript that the org gets: they know no TypeScript.
    files: ["force-app/**/lwc/*/*.js"],
    extends: [lwcRecommended],
    // It collides with the promises that TypeScript's rules ask to be marked.
    // The timers here only move a clock and tell that Salesforce is slow, and are stopped with their component.
    rules: { "no-void": "off", "@lwc/lwc/no-async-operation": "off" }
  },
  {
    files: ["force-app/**/lwc/**/*.{html,css}"],
    plugins: { "@salesforce-ux/slds": slds },
    extends: ["@salesforce-ux/slds/recommended"]
  },
  // SLDS's rules look at no fallback, and at no style within a template.
  {
    files: ["force-app/**/lwc/**/*.css"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "Raw[value=/#[0-9a-f]{3}|\\b(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\\(/i]",
          message: "A colour of its own: take a system colour, such as Canvas or currentColor."
        },
        {
          selector:
            "Function[name=var]:has(Identifier[name=/-color-/]) > Raw:not([value=/^\\s*(var\\(|(Canvas|GrayText|Highlight|LinkText)(Text)?$|currentColor$|inherit$|transparent$)/])",
          message: "A colour falls back to a system colour, such as Canvas or currentColor."
        }
      ]
    }
  },
  {
    files: ["force-app/**/lwc/**/*.html"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "Attribute[key.value=style][value.value=/^[^{]/]",
          message: "A style stands in the component's CSS."
        },
        {
          selector: "Text[value=/(^|\\})[^{}]*\\p{L}/u]",
          message: "A text stands in checklist/messages, to be translated."
        },
        {
          selector:
            "Attribute[key.value=/^(alt|aria-label|alternative-text|label|message-.*|placeholder|title|.*-label)$/][value.value=/^[^{]*\\p{L}/u]",
          message: "A text stands in checklist/messages, to be translated."
        }
      ]
    }
  }
]);
