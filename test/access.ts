import { identityOfRole, type Identity } from '../lib/kernel/identity.ts';
import {
  decide,
  holdAccess,
  Refusal,
  type Access,
  type AccessFile,
  type AccessModel,
  type Obligation,
  type Purpose,
  type Purposes,
  type WrittenGrant,
} from '../lib/trust/index.ts';

/** A moment within the time of every purpose here. */
export const now = new Date('2026-06-30T12:00:00+08:00');

export const purpose: Purpose = {
  name: { zh: '测试', en: 'Test' },
  basis: { law: '测试法', article: '第一条' },
  approvedBy: { zh: '测试局', en: 'Test bureau' },
  from: '2026-01-01',
  until: '2026-12-31',
  grade: 4,
  retention: { zh: '不留存', en: 'not kept' },
};

/** One purpose, `test`, for every grade. */
export const testPurposes: Purposes = { purposes: new Map([['test', purpose]]), permits: new Map() };

/** Grants as an access file would write them, held against a model. */
export function accessOf(
  model: AccessModel,
  grants: readonly WrittenGrant[],
  purposes: Purposes = testPurposes,
  grades: AccessFile['grades'] = {},
): Access {
  const value: AccessFile = { version: 2, grades, grants };
  return holdAccess({ value, file: 'test', where: (...path) => `test:${path.join('.')}` }, model, purposes);
}

/** Who has a role and the purpose `test`. */
export function tester(role: string, more: Partial<Identity> = {}): Identity {
  return identityOfRole(role, { purpose: 'test', ...more });
}

/** What one grant to a role gives of a type. */
export function granted(model: AccessModel, type: string, grant: Partial<WrittenGrant>): Obligation {
  const written = { to: { role: 'someone' }, purpose: 'test', statistics: 'exact' as const, ...grant };
  const decision = decide(accessOf(model, [written]), testPurposes, tester('someone'), type, now);
  if (decision instanceof Refusal) throw decision.error();
  return decision;
}
