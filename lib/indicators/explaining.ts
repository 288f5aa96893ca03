import { comparing, type Setting } from './comparison/comparing.ts';
import { type Explained, explain, notingClient } from './explain.ts';
import { figureKey } from './make-figure.ts';
import type { FigureNote } from './notes/figure-notes.ts';
import { prepareRequest } from './prepare-request.ts';
import type { ExplainRequest } from './request.ts';
import { askAll } from './source.ts';
import { subjectsOf } from './subjects.ts';

/** Asks the departments for figures and tells how they came about. Errors: see Analytics. */
export async function explaining(setting: Setting, request: ExplainRequest): Promise<Explained> {
  const { client, questions } = notingClient(setting.client);
  const { catalogue, register, dataFrom } = setting;
  const prepared = await prepareRequest(client, catalogue, request);
  const answers = await askAll(client, prepared.queriesOf(prepared.definitions), prepared.options);
  const noted = request.notes === true ? await notesOf({ ...setting, client }, request) : null;
  const explanations = subjectsOf(prepared, answers).map(subject => {
    const told = explain(subject, { answers, register, dataFrom });
    return { ...told, notes: noted && (noted.get(figureKey(told.figure)) ?? []) };
  });
  return { explanations, questions };
}

/** The notes of figures, by their keys. */
async function notesOf(setting: Setting, request: ExplainRequest): Promise<Map<string, readonly FigureNote[]>> {
  const compared = await comparing(setting, { ...request, kinds: [], notes: true });
  return new Map(compared.map(({ figure, notes }) => [figureKey(figure), notes ?? []]));
}
