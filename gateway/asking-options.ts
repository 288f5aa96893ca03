import { type RequestKey, readSigningKey, requestSigner } from '../lib/identity/index.ts';
import { badOption } from './bad-option.ts';
import type { GatewayOptions } from './gateway.ts';

/** Options of the command about how departments are asked. */
export const askingOptions = {
  deadline: { type: 'string', default: '30000' },
  'department-deadline': { type: 'string', multiple: true, default: [] as string[] },
  'compress-departments': { type: 'boolean', default: false },
  'sign-with': { type: 'string' },
  'refuse-early': { type: 'boolean', default: false },
} as const;

export interface Asking {
  /** How long a whole answer may take, in milliseconds. */
  readonly deadline: number;
  /** The same for departments, by name. */
  readonly deadlines: ReadonlyMap<string, number>;
  readonly compress: boolean;
  /** Whether departments are asked what they refuse. */
  readonly rights: boolean;
  /** The key that requests to departments are signed with; absent: they are not. */
  readonly signing?: RequestKey;
}

/** Reads the options. Throws BAD_OPTION or BAD_KEY. */
export function readAsking(values: {
  readonly deadline: string;
  readonly deadlines: readonly string[];
  readonly compressed: boolean;
  readonly signWith?: string | undefined;
  readonly early: boolean;
}): Asking {
  return {
    deadline: milliseconds('--deadline', values.deadline),
    deadlines: new Map(
      values.deadlines.map(text => {
        const [, name, time] = /^([^=]+)=(.*)$/.exec(text) ?? [];
        if (name === undefined) throw badOption('--department-deadline NAME=MILLISECONDS', JSON.stringify(text));
        return [name, milliseconds(`--department-deadline ${name}=`, time ?? '')];
      }),
    ),
    compress: values.compressed,
    rights: values.early,
    ...(values.signWith === undefined ? {} : { signing: readSigningKey(values.signWith) }),
  };
}

function milliseconds(option: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw badOption(`${option} with 1 to 9999999 milliseconds`, JSON.stringify(text));
  return Number(text);
}

/** The gateway's options for it. */
export function askingOf({
  deadline,
  deadlines,
  compress,
  rights,
  signing,
}: Asking): Required<Pick<GatewayOptions, 'deadline' | 'departmentOptions'>> {
  return {
    deadline,
    departmentOptions: name => {
      const own = deadlines.get(name);
      const sign = signing && requestSigner(signing, name);
      return { compress, sign, rights, ...(own === undefined ? {} : { deadline: own }) };
    },
  };
}

/** Throws BAD_OPTION for a deadline of a department that the supergraph does not have: a misspelt name. */
export function checkNames({ deadlines }: Asking, known: readonly string[]): void {
  for (const name of deadlines.keys()) {
    if (!known.includes(name)) throw badOption(`--department-deadline with one of ${known.join(', ')}`, name);
  }
}
