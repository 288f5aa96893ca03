import type { Declared } from '../indicators/county/index.ts';
import type { FormName, Indicator, Part } from '../indicators/index.ts';
import type { Item, MarkRule, MissingChoice } from './card.ts';
import { personalDimension } from './personal-score.ts';
import { petitionVolume } from './petition-volume.ts';

/** An item as a county writes it. */
export interface ItemText {
  readonly id: string;
  readonly indicator: string;
  readonly form?: FormName;
  readonly part?: string;
  readonly group?: string;
  readonly weight: number;
  readonly full?: number;
  readonly floor?: number;
  readonly cap?: number;
  readonly bonus?: boolean;
  readonly missing?: MissingChoice;
  readonly marks: {
    readonly goalposts?: readonly [number, number];
    readonly improvement?: readonly [number, number];
    readonly target?: number;
    readonly band?: readonly [number, number];
    readonly step?: number;
    readonly deduct?: number;
  };
}

/** Makes the error of a fault at a place in the item: what was expected, and what stands there. */
export type FaultAt = (path: readonly string[], expected: string, got: string, refused?: 'refused') => Error;

export interface Beside {
  readonly catalogue: readonly Indicator[];
  readonly declared: Declared;
  readonly groups: ReadonlyMap<string, unknown>;
  readonly missing: MissingChoice;
  readonly department: string | undefined;
}

/** Reads an item, and refuses what must not be scored. */
export function readItem(text: ItemText, beside: Beside, fault: FaultAt): Item {
  const definition = beside.catalogue.find(({ id }) => id === text.indicator);
  if (definition === undefined) throw fault(['indicator'], 'the id of an indicator of the county', text.indicator);
  if (beside.department !== undefined && definition.owner !== beside.department)
    throw fault(['indicator'], `an indicator of ${beside.department}`, `${definition.id}, of ${definition.owner}`);
  if (text.group !== undefined && !beside.groups.has(text.group))
    throw fault(['group'], `a group of the card: ${[...beside.groups.keys()].join(', ') || 'it has none'}`, text.group);
  const { form, part } = chosen(definition, text, fault);
  refuse(definition, form, part, beside.declared, fault);
  const { weight, full = weight, floor = 0, cap = full, bonus = false, group = null } = text;
  if (!(floor <= cap && cap <= full)) throw fault(['cap'], 'floor <= cap <= full marks', `${floor}, ${cap}, ${full}`);
  if (bonus && group !== null) throw fault(['group'], 'no group for a bonus, which has the cap of all of them', group);
  const missing = text.missing ?? beside.missing;
  if (bonus && text.missing !== undefined && missing.rule !== 'leave-out')
    throw fault(['missing'], 'leave-out for a bonus: without a figure there is none', missing.rule);
  const rule = readRule(text.marks, definition, fault);
  const base = { id: text.id, definition, form, part, group, weight, full, floor, cap, bonus, rule };
  return { ...base, missing: bonus ? { rule: 'leave-out' } : missing };
}

function chosen(definition: Indicator, { form: wanted, part: name }: ItemText, fault: FaultAt) {
  const { forms } = definition;
  const form = wanted === undefined ? forms[0] : forms.find(each => each.form === wanted);
  if (form === undefined)
    throw fault(['form'], `a form of ${definition.id}: ${forms.map(each => each.form).join(', ')}`, String(wanted));
  const part = form.parts.find(({ id }) => id === (name ?? null));
  if (part === undefined) {
    const ids = form.parts.flatMap(({ id }) => id ?? []);
    throw fault(['part'], ids.length === 0 ? `no part: it is one number` : `a part: ${ids.join(', ')}`, name ?? 'none');
  }
  return { form: form.form, part: part.id };
}

/** Each version by which a figure may be computed. */
function versionsOf(definition: Indicator): Indicator[] {
  return [definition, ...(definition.earlier === undefined ? [] : versionsOf(definition.earlier))];
}

function refuse(latest: Indicator, form: FormName, part: string | null, declared: Declared, fault: FaultAt): void {
  for (const definition of versionsOf(latest)) {
    const parts: readonly Part[] = definition.forms.find(each => each.form === form)?.parts ?? [];
    for (const { formula } of parts.filter(({ id }) => id === part)) {
      const volume = petitionVolume(definition, formula, declared);
      if (volume !== null) {
        const expected = 'an indicator that does not score the number of petitions 信访量';
        throw fault(['indicator'], expected, `${latest.id}, which rests on ${volume}`, 'refused');
      }
      const name = personalDimension(definition, formula, declared);
      if (name !== null)
        throw fault(['indicator'], 'an indicator of an area', `${latest.id}, that of a ${name}`, 'refused');
    }
  }
}

function readRule(text: ItemText['marks'], definition: Indicator, fault: FaultAt): MarkRule {
  const kinds = (['goalposts', 'improvement', 'target', 'band'] as const).filter(kind => text[kind] !== undefined);
  const [kind, another] = kinds;
  const at = (expected: string, got: string): Error =>
    fault(['marks', ...(kind === undefined ? [] : [kind])], expected, got);
  if (kind === undefined || another !== undefined)
    throw at('one of goalposts, improvement, target, band', kinds.join(' and ') || 'none');
  const { direction, aim, band: usual } = definition;
  if (kind !== 'band' && direction === 'neutral')
    throw at(`a band: of ${definition.id} neither more nor less is better`, kind);
  if (kind === 'goalposts' || kind === 'improvement') {
    const [from, to] = text[kind] ?? [0, 0];
    if (text.step !== undefined || text.deduct !== undefined) throw at(`no step or deduct beside ${kind}`, 'one');
    if (direction === 'higher' ? to > from : to < from) return { kind, from, to };
    throw at(`posts from worse to better, which is ${direction} for ${definition.id}`, `${from} to ${to}`);
  }
  const { step, deduct, target = 0, band: [low, high] = [0, 0] } = text;
  if (step === undefined || deduct === undefined) throw at(`step and deduct beside ${kind}`, 'one or none of them');
  if (kind === 'target') return { kind, target, step, deduct };
  if (direction !== 'neutral' && aim === undefined && usual === undefined)
    throw at(`goalposts or a target: of ${definition.id} ${direction} is always better`, 'a band');
  if (low > high) throw at('a band from low to high', `${low} to ${high}`);
  return { kind, low, high, step, deduct };
}
