import {
  acceptCosignature,
  lastSeen,
  offer,
  witness,
  type Cosignature,
  type Ledger,
  type Offer,
} from '../trust/ledger/index.ts';

/** What a county's process asks of a department about ledgers. It carries words between departments and can change none of them. */
export type WitnessQuestion =
  /** How many records of another's ledger it has seen. */
  | { readonly ask: 'seen'; readonly of: string }
  /** Its newest checkpoint, for who has seen so many of its records. */
  | { readonly ask: 'offer'; readonly since: number }
  /** To look at another's checkpoint and sign it. */
  | { readonly ask: 'witness'; readonly offer: Offer }
  /** To keep what another one signed. */
  | { readonly ask: 'keep'; readonly cosignature: Cosignature };

/** A department's answer to a question. Throws WITNESS_REFUSES, BAD_COSIGNATURE. */
export async function answerWitness(ledger: Ledger, question: WitnessQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'seen':
      return lastSeen(ledger.folder, question.of)?.checkpoint.size ?? 0;
    case 'offer':
      await ledger.checkpoint();
      return offer(ledger.folder, question.since);
    case 'witness':
      return witness(ledger.folder, question.offer, ledger.now());
    case 'keep':
      acceptCosignature(ledger.folder, question.cosignature);
      return true;
  }
}

/** Somebody who answers for a department. */
export interface Witnessing {
  readonly id: string;
  /** Rejects where it does not run or refuses. */
  ask(question: WitnessQuestion): Promise<unknown>;
}

/** One department looks at another's ledger. */
async function look(witnessing: Witnessing, owner: Witnessing): Promise<void> {
  const since = (await witnessing.ask({ ask: 'seen', of: owner.id })) as number;
  const shown = (await owner.ask({ ask: 'offer', since })) as Offer;
  if (shown.checkpoint.size === since) return;
  const cosignature = (await witnessing.ask({ ask: 'witness', offer: shown })) as Cosignature;
  await owner.ask({ ask: 'keep', cosignature });
}

/** Every department looks at every other's ledger once. `tell`: why one did not sign. */
export async function witnessRound(
  departments: readonly Witnessing[],
  tell: (sentence: string) => void,
): Promise<void> {
  for (const owner of departments) {
    for (const each of departments) {
      if (each === owner) continue;
      await look(each, owner).catch((error: unknown) => {
        const said = error instanceof Error ? error.message : '';
        // A department that does not run is told of elsewhere.
        if (said !== '') tell(`${each.id} does not witness the ledger of ${owner.id}: ${said}`);
      });
    }
  }
}

/** Rounds from now on, one after the other, until the function given back is called. `every`: milliseconds between two. */
export function keepWitnessing(
  departments: readonly Witnessing[],
  tell: (sentence: string) => void,
  every = 300_000,
): () => void {
  let [isOver, timer]: [boolean, NodeJS.Timeout | undefined] = [false, undefined];
  const round = async (): Promise<void> => {
    await witnessRound(departments, sentence => isOver || tell(sentence));
    if (!isOver) timer = setTimeout(() => void round(), every).unref();
  };
  void round();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
