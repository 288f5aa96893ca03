export interface Place {
  readonly code: string;
  readonly name: string;
}

/** The county and its towns. */
export interface Places {
  readonly county: Place;
  readonly towns: readonly Place[];
}

const key = 'countygraph.places';

/** Keeps the places in this browser, so that the page can start while the department that keeps them is away. */
export function rememberPlaces({ county, towns }: Places): void {
  try {
    localStorage.setItem(key, JSON.stringify({ county: plain(county), towns: towns.map(plain) }));
  } catch {
    // A browser that keeps nothing shows the page all the same.
  }
}

function plain({ code, name }: Place): Place {
  return { code, name };
}

/** undefined when this browser has not seen them, or does not keep anything. */
export function rememberedPlaces(): Places | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Places);
  } catch {
    return undefined;
  }
}
