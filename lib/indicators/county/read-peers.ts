import { levelOf } from '../../kernel/area-code.ts';
import { operatorError } from '../../kernel/coded-error.ts';
import { defaultPeerRule, type PeerRule } from '../comparison/peers.ts';

/**
 * Reads `peers: { factor: 2, groups: [{ name: { zh, en }, areas: ['330199001', …] }] }` of county.yaml; both have defaults. The places of
 * a group are of one level, and a place is in one group at most.
 * @throws CodedError BAD_COUNTY
 */
export function readPeers(raw: unknown): PeerRule {
  if (raw === undefined) return defaultPeerRule;
  const { factor = defaultPeerRule.factor, groups = [], ...others } = isObject(raw) ? raw : { raw };
  const list: unknown[] = Array.isArray(groups) ? groups : [undefined];
  const read = list.flatMap(group => (isGroup(group) ? [group] : []));
  const codes = read.flatMap(({ areas }) => areas);
  const isRight =
    typeof factor === 'number' &&
    factor >= 1 &&
    read.length === list.length &&
    new Set(codes).size === codes.length &&
    Object.keys(others).length === 0;
  if (isRight) return { factor, groups: read };
  throw operatorError('BAD_COUNTY', {
    expected:
      'peers: { factor: a number from 1, groups: a list of { name: { zh, en }, areas: two codes or more of one level } }, each code once',
    got: 'something else',
    todo: 'correct peers in county.yaml',
  });
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function isGroup(raw: unknown): raw is PeerRule['groups'][number] {
  if (!isObject(raw) || !isObject(raw['name']) || !Array.isArray(raw['areas'])) return false;
  const { name } = raw;
  const levels = raw['areas'].map(code => (typeof code === 'string' ? levelOf(code) : undefined));
  const isNamed = ['zh', 'en'].every(language => typeof name[language] === 'string' && name[language] !== '');
  return isNamed && levels.length >= 2 && levels[0] !== undefined && new Set(levels).size === 1;
}
