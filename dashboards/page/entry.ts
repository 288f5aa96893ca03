import { CasePipeline } from '../element/case-pipeline.ts';
import { ChoiceBar } from '../element/choice-bar.ts';
import { FigureCard } from '../element/figure-card.ts';
import { GridMap } from '../element/grid-map.ts';
import { IdentitySwitch } from '../element/identity-switch.ts';
import { MapPanel } from '../element/map-panel.ts';
import { TrendLine } from '../element/trend-line.ts';
import { CountyPage } from './county-page.ts';

// Elements are made with `new` by those above them, so the lower ones are registered first.
customElements.define('trend-line', TrendLine);
customElements.define('figure-card', FigureCard);
customElements.define('case-pipeline', CasePipeline);
customElements.define('choice-bar', ChoiceBar);
customElements.define('identity-switch', IdentitySwitch);
customElements.define('grid-map', GridMap);
customElements.define('map-panel', MapPanel);
customElements.define('county-page', CountyPage);
