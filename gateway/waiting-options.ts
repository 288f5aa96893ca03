import { badOption } from './bad-option.ts';
import type { GatewayOptions } from './gateway.ts';

/** Options of the command about how long to wait. */
export const waitingOptions = {
  deadline: { type: 'string', default: '30000' },
  'department-deadline': { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** How long to wait, in milliseconds: for a whole answer, and for departments by name. */
export interface Waiting {
  readonly deadline: number;
  readonly departments: ReadonlyMap<string, number>;
}

/** Reads the options. Throws BAD_OPTION. */
export function readWaiting(deadline: string, departments: readonly string[]): Waiting {
  return {
    deadline: milliseconds('--deadline', deadline),
    departments: new Map(
      departments.map(text => {
        const [, name, time] = /^([^=]+)=(.*)$/.exec(text) ?? [];
        if (name === undefined) throw badOption('--department-deadline NAME=MILLISECONDS', JSON.stringify(text));
        return [name, milliseconds(`--department-deadline ${name}=`, time ?? '')];
      }),
    ),
  };
}

function milliseconds(option: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw badOption(`${option} with 1 to 9999999 milliseconds`, JSON.stringify(text));
  return Number(text);
}

/** The gateway's options for it. */
export function waitingOf({ deadline, departments }: Waiting): Pick<GatewayOptions, 'deadline' | 'departmentOptions'> {
  return {
    deadline,
    departmentOptions: name => {
      const own = departments.get(name);
      return own === undefined ? {} : { deadline: own };
    },
  };
}

/** Throws BAD_OPTION for a deadline of a department that the supergraph does not have: a misspelt name. */
export function checkNames({ departments }: Waiting, known: readonly string[]): void {
  for (const name of departments.keys()) {
    if (!known.includes(name)) throw badOption(`--department-deadline with one of ${known.join(', ')}`, name);
  }
}
