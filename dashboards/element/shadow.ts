import shared from './shared.css';

/** A shadow root with the shared and the element's own style. Sheets are made by script: the page's policy allows no inline style. */
export function shadow(host: HTMLElement, ...styles: readonly string[]): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [shared, ...styles].map(text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return root;
}
