import { AnswerTable } from '../element/answer-table.ts';
import { ComparePage } from './compare-page.ts';

customElements.define('answer-table', AnswerTable);
customElements.define('compare-page', ComparePage);
