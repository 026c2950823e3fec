import "@lwc/synthetic-shadow";
import { addressInOrg, context } from "@local/context";
import { ENGLISH } from "c/mccChecklist";
import { createElement } from "lwc";
import Frame from "local/frame";

// Components link to pages of the org by path, as an org's own pages do. (A base element would change the icons' references
// into this page, too.)
HTMLAnchorElement.prototype.setAttribute = function (name, value) {
  Element.prototype.setAttribute.call(this, name, name === "href" ? addressInOrg(value) : value);
};

// A page that only looks at an org says some things otherwise than the tab.
Object.assign(ENGLISH, context.messages);

document.body.append(createElement("local-frame", { is: Frame }));
