import { ChoiceBar } from '../element/choice-bar.ts';
import { GridMap } from '../element/grid-map.ts';
import { IdentitySwitch } from '../element/identity-switch.ts';
import { IndicatorRow } from '../element/indicator-row.ts';
import { TrendLine } from '../element/trend-line.ts';
import { IndicatorsPage } from './indicators-page.ts';

// Elements are made with `new` by those above them, so the lower ones are registered first.
customElements.define('trend-line', TrendLine);
customElements.define('grid-map', GridMap);
customElements.define('choice-bar', ChoiceBar);
customElements.define('identity-switch', IdentitySwitch);
customElements.define('indicator-row', IndicatorRow);
customElements.define('indicators-page', IndicatorsPage);
