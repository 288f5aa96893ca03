/** Whoever reads the output has closed it, as `| head` does: he has what he wanted, and that is no fault. */
export function isClosedPipe(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE';
}
