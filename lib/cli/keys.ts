import { writeKeyPair } from '../identity/index.ts';

/** Writes a new pair of keys into a folder and says what each is for. */
export function newKeys({ out }: { readonly out: string }): void {
  const { signing, verifying } = writeKeyPair(out);
  console.log(`${signing}  私钥，留在网关 stays with the gateway: npm run gateway -- --sign-with FILE
${verifying}  公钥，交给部门 goes to the departments: countygraph serve subgraph ID --gateway-key FILE`);
}
