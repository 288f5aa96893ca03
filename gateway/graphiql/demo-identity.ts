/** A made-up person of a demonstration, as `/demo/identities` lists it. */
interface DemoIdentity {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** A token is renewed so long before its end, in milliseconds. */
const margin = 30_000;

let chosen: string | undefined;
let kept: { readonly id: string; readonly authorization: string; readonly until: number } | undefined;

/**
 * At a demonstration, fills the choice of who asks; elsewhere it stays hidden, and a token is written into the header editor as
 * `{"authorization": "Bearer …"}`.
 */
export async function offerIdentities(choice: HTMLSelectElement): Promise<void> {
  const response = await fetch('demo/identities').catch(() => undefined);
  if (response?.status !== 200) return;
  const { default: first, identities } = (await response.json()) as { default: string; identities: DemoIdentity[] };
  choice.append(...identities.map(({ id, name }) => new Option(`${name.zh} ${name.en}`, id, false, id === first)));
  choice.addEventListener('change', () => (chosen = choice.value));
  choice.parentElement?.removeAttribute('hidden');
}

/** The header of whoever was chosen; none before a choice, and the server then takes its default. */
export async function chosenIdentity(): Promise<Readonly<Record<string, string>>> {
  if (chosen === undefined) return {};
  if (kept?.id !== chosen || kept.until < Date.now()) {
    const id = chosen;
    const response = await fetch('demo/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
    });
    const { token, expiresIn } = (await response.json()) as { token: string; expiresIn: number };
    kept = { id, authorization: `Bearer ${token}`, until: Date.now() + expiresIn * 1000 - margin };
  }
  return { authorization: kept.authorization };
}
