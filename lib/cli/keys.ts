import { writeKeyPair } from '../identity/index.ts';
import { operatorError } from '../kernel/coded-error.ts';
import { shapeOf } from '../kernel/shape-of.ts';

/** Writes a new pair of keys into a folder and says what each is for. */
export function newKeys({ out, name = 'gateway' }: { readonly out: string; readonly name?: string }): void {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw operatorError('BAD_OPTION', {
      expected: '--name of small letters, digits and hyphens',
      got: shapeOf(name),
      todo: 'choose another name',
    });
  }
  const { signing, verifying } = writeKeyPair(out, name);
  const [keeper, taker] =
    name === 'gateway'
      ? [
          '留在网关 stays with the gateway: npm run gateway -- --sign-with FILE',
          '交给部门 goes to the departments: countygraph serve subgraph ID --gateway-key FILE',
        ]
      : ['由持有人保管 stays with its owner', '交给验签方 goes to those who verify'];
  console.log(`${signing}  私钥，${keeper}\n${verifying}  公钥，${taker}`);
}
