export interface Flow {
  readonly pendingAtStart: number;
  readonly incoming: number;
  readonly resolved: number;
  readonly pendingAtEnd: number;
}

/** Cases that the flow of a period cannot account for: start + incoming - resolved - end. Anything but 0 is a fault in the data. */
export function flowBalanceError({ pendingAtStart, incoming, resolved, pendingAtEnd }: Flow): number {
  return pendingAtStart + incoming - resolved - pendingAtEnd;
}
