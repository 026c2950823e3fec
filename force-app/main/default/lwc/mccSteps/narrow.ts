/** As in the style sheets: narrower than this, an open step stands below its name. */
const NARROW = "(width < 48rem)";

/**
 * Tells whether the window is narrow, now and whenever that changes.
 * @returns how to stop it
 */
export function watchNarrow(tell: (isNarrow: boolean) => void): () => void {
  const media = window.matchMedia(NARROW);
  const handleChange = (): void => tell(media.matches);
  media.addEventListener("change", handleChange);
  handleChange();
  return () => media.removeEventListener("change", handleChange);
}
