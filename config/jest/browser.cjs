/* global window, Element */
// What browsers have and jsdom lacks: a window that is not narrow, and scrolling, of which nothing comes.
window.matchMedia ??= (media) => Object.assign(new EventTarget(), { matches: false, media, onchange: null });
Element.prototype.scrollIntoView ??= () => undefined;
