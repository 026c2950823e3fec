import "@lwc/synthetic-shadow";
import { addressInOrg } from "@local/context";
import { createElement } from "lwc";
import Frame from "local/frame";

// Components link to pages of the org by path, as an org's own pages do. (A base element would change the icons' references
// into this page, too.)
HTMLAnchorElement.prototype.setAttribute = function (name, value) {
  Element.prototype.setAttribute.call(this, name, name === "href" ? addressInOrg(value) : value);
};

document.body.append(createElement("local-frame", { is: Frame }));
