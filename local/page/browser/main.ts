import "@lwc/synthetic-shadow";
import { createElement } from "lwc";
import Frame from "local/frame";

document.body.append(createElement("local-frame", { is: Frame }));
